import { type GatewayError, InternalError, InvalidRequestError } from '../../../gateway-error';
import {
  AllKeysLimitedError,
  NoUsableKeyError,
  UpstreamFailureError,
  UpstreamRefusalError,
} from '../../../gateway/faults/upstream-faults';
import { aContext } from '../../testing/adapt-context';
import { PLAIN_POLICY } from '../../testing/plain-policy';
import { OpenaiResponsesAdapter } from '../openai-responses-adapter';
import { toResponseFault } from './response-fault';

const refusal = (message: string) =>
  new UpstreamRefusalError('invalid_request', { status: 400, message, details: [] });
const limited = (code: string, retryAfterMs?: number) =>
  new AllKeysLimitedError(code, 'Full.', { retryAfterMs });

describe('toResponseFault', () => {
  it.each<[string, GatewayError, string, string]>([
    [
      'a limit of minutes, with the wait',
      limited('rate_limited', 11_200),
      'rate_limit_exceeded',
      'Full. Please try again in 12s.',
    ],
    ['a limit whose wait nobody knows', limited('capacity_exhausted'), 'rate_limit_exceeded', 'Full.'],
    ['a daily quota', limited('quota_exhausted', 3_600_000), 'insufficient_quota', 'Full.'],
    ['too much to do', new UpstreamFailureError('overloaded', 503, 'x'), 'server_is_overloaded', 'x'],
    ['a failure upstream', new UpstreamFailureError('upstream_failed', 502, 'x'), 'server_error', 'x'],
    ['a deadline', new UpstreamFailureError('deadline_exceeded', 504, 'x'), 'server_error', 'x'],
    ['no key', new NoUsableKeyError('x'), 'server_error', 'x'],
    ['a mistake of ours', new InternalError('x'), 'server_error', 'x'],
    ['a wrong request', new InvalidRequestError('x'), 'invalid_prompt', 'x'],
    [
      'a prompt that is too long',
      refusal('The input token count (9) exceeds the maximum number of tokens allowed (8).'),
      'context_length_exceeded',
      'The input token count (9) exceeds the maximum number of tokens allowed (8).',
    ],
  ])('tells of %s', (_, error, code, message) => {
    expect(toResponseFault(error)).toEqual({ code, message });
  });

  it('is told in a stream that has said nothing yet, after its beginning', () => {
    const adapter = new OpenaiResponsesAdapter(PLAIN_POLICY);
    const encoder = adapter.openStream(adapter.asked(adapter.parse({ model: 'm', input: 'x' })), aContext());
    const types = [...encoder.fault(new InternalError('x')).matchAll(/^event: (.*)$/gm)].map(
      ([, type]) => type,
    );
    expect(types).toEqual(['response.created', 'response.in_progress', 'response.failed']);
    expect(encoder.body).toBeUndefined();
  });
});
