import { join } from 'node:path';
import { describeReplyFixtures } from '../../testing/describe-reply-fixtures';
import { PLAIN_POLICY } from '../../testing/plain-policy';
import { OpenaiResponsesAdapter } from '../openai-responses-adapter';
import type { ResponsesAsked } from './responses-asked';

const PLAIN: ResponsesAsked = {
  model: 'gemini-test',
  isStream: true,
  thread: '',
  echo: { tools: [] },
  knownTools: {},
  takenCallIds: [],
  clientNames: {},
  customTools: [],
  sealsReasoning: false,
  isParallel: true,
  isKept: false,
  previousResponseId: undefined,
  references: [],
};

describeReplyFixtures(
  'a reply to a request for a response',
  join(__dirname, '../fixtures'),
  new OpenaiResponsesAdapter(PLAIN_POLICY),
  PLAIN,
);
