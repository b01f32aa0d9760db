import { join } from 'node:path';
import { describeRequestFixtures } from '../../testing/describe-request-fixtures';
import { OpenaiChatAdapter } from '../openai-chat-adapter';

describeRequestFixtures(
  'a chat request',
  join(__dirname, '../fixtures'),
  (policy) => new OpenaiChatAdapter(policy),
);
