import {
  type GatewayError,
  InternalError,
  InvalidRequestError,
  MethodNotAllowedError,
  ModelNotFoundError,
  OverBudgetError,
  PayloadTooLargeError,
  UnauthenticatedError,
} from '../../gateway-error';
import {
  AllKeysLimitedError,
  NoUsableKeyError,
  UpstreamFailureError,
  UpstreamRefusalError,
} from '../../gateway/faults/upstream-faults';
import { anthropicErrorBody, anthropicErrorStatus } from './error-body';

const refusal = (status: number, message: string) =>
  new UpstreamRefusalError('invalid_request', { status, message, details: [] });

describe('anthropicErrorBody', () => {
  it.each<[string, GatewayError, number, string]>([
    ['a token that is not valid', new UnauthenticatedError('x'), 401, 'authentication_error'],
    ['a wrong field', new InvalidRequestError('x'), 400, 'invalid_request_error'],
    ['a model nobody knows', new ModelNotFoundError('x'), 404, 'not_found_error'],
    ['a method that is none', new MethodNotAllowedError('x'), 405, 'invalid_request_error'],
    ['a body that is too large', new PayloadTooLargeError('x'), 413, 'request_too_large'],
    ['what upstream forbids', refusal(403, 'x'), 403, 'permission_error'],
    ['a limit', new AllKeysLimitedError('rate_limited', 'x'), 429, 'rate_limit_error'],
    ['a daily quota', new AllKeysLimitedError('quota_exhausted', 'x'), 429, 'rate_limit_error'],
    ['no key that upstream takes', new NoUsableKeyError('x'), 529, 'overloaded_error'],
    ['too much to do upstream', new UpstreamFailureError('overloaded', 503, 'x'), 529, 'overloaded_error'],
    ['too much to do here', new OverBudgetError('x'), 529, 'overloaded_error'],
    ['a failure upstream', new UpstreamFailureError('upstream_failed', 502, 'x'), 502, 'api_error'],
    ['a deadline', new UpstreamFailureError('deadline_exceeded', 504, 'x'), 504, 'timeout_error'],
    ['a mistake of ours', new InternalError('x'), 500, 'api_error'],
  ])('tells of %s', (_, error, status, type) => {
    expect(anthropicErrorStatus(error)).toBe(status);
    expect(anthropicErrorBody(error, 'req_1')).toEqual({
      type: 'error',
      error: { type, message: 'x' },
      request_id: 'req_1',
    });
  });

  it.each([
    [
      'The input token count (1048577) exceeds the maximum number of tokens allowed (1048576).',
      'prompt is too long: 1048577 tokens > 1048576 maximum',
    ],
    [
      'The input token count exceeds the maximum number of tokens allowed 1048576.',
      'prompt is too long: The input token count exceeds the maximum number of tokens allowed 1048576.',
    ],
  ])('says that a prompt is too long in the words that clients look for: %s', (message, expected) => {
    expect(anthropicErrorBody(refusal(400, message)).error).toEqual({
      type: 'invalid_request_error',
      message: expected,
    });
  });
});
