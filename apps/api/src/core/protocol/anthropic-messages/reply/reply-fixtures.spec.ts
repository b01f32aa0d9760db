import { join } from 'node:path';
import { describeReplyFixtures } from '../../testing/describe-reply-fixtures';
import { PLAIN_POLICY } from '../../testing/plain-policy';
import { AnthropicMessagesAdapter } from '../anthropic-messages-adapter';
import type { MessagesAsked } from './messages-asked';

const PLAIN: MessagesAsked = {
  model: 'gemini-test',
  isStream: true,
  thread: '',
  hasThinking: false,
  isSerial: false,
  stopSequences: [],
  estimatedInputTokens: 20,
  takenCallIds: [],
  clientNames: {},
  customTools: [],
};

describeReplyFixtures(
  'a reply to a request for a message',
  join(__dirname, '../fixtures'),
  new AnthropicMessagesAdapter(PLAIN_POLICY),
  PLAIN,
);
