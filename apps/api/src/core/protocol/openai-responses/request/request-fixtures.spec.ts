import { join } from 'node:path';
import { describeRequestFixtures } from '../../testing/describe-request-fixtures';
import { OpenaiResponsesAdapter } from '../openai-responses-adapter';

describeRequestFixtures(
  'a request for a response',
  join(__dirname, '../fixtures'),
  (policy) => new OpenaiResponsesAdapter(policy),
);
