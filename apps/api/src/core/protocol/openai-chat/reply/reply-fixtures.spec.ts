import { join } from 'node:path';
import { describeReplyFixtures } from '../../testing/describe-reply-fixtures';
import { PLAIN_POLICY } from '../../testing/plain-policy';
import { OpenaiChatAdapter } from '../openai-chat-adapter';
import type { ChatAsked } from './chat-asked';

const PLAIN: ChatAsked = {
  model: 'gemini-test',
  isStream: true,
  thread: '',
  includesUsage: false,
  isLegacy: false,
  isParallel: true,
  takenCallIds: [],
  clientNames: {},
  customTools: [],
};

describeReplyFixtures(
  'a reply to a chat request',
  join(__dirname, '../fixtures'),
  new OpenaiChatAdapter(PLAIN_POLICY),
  PLAIN,
);
