import { chat, chatStreams } from './chat.mjs';
import { keypool } from './keypool.mjs';
import { largeBodies } from './large-body.mjs';
import { firstToken, latency } from './latency.mjs';
import { native } from './native.mjs';
import { requestLog } from './request-log.mjs';
import { slowStreams } from './slow-streams.mjs';
import { start } from './start.mjs';
import { streams } from './streams.mjs';
import { upload } from './upload.mjs';

/** By the name that `npm run bench -- <name>` takes, in the order of the report. */
export const scenarios = {
  native,
  chat,
  latency,
  'first-token': firstToken,
  streams,
  'chat-streams': chatStreams,
  'slow-streams': slowStreams,
  'large-bodies': largeBodies,
  keypool,
  upload,
  'request-log': requestLog,
  start,
};
