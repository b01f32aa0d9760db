import {
  type GatewayError,
  InternalError,
  InvalidRequestError,
  ModelNotFoundError,
  PayloadTooLargeError,
  UnauthenticatedError,
  UnknownPathError,
} from '../../gateway-error';
import {
  UpstreamFailureError,
  UpstreamRefusalError,
  AllKeysLimitedError,
  NoUsableKeyError,
} from '../../gateway/faults/upstream-faults';
import { openaiErrorBody, openaiErrorStatus } from './error-body';

const refusal = (status: number, message: string, code = 'invalid_request') =>
  new UpstreamRefusalError(code, { status, message, details: [] });

describe('openaiErrorBody', () => {
  it.each<[string, GatewayError, string, string | null]>([
    ['a token that is not valid', new UnauthenticatedError('x'), 'invalid_request_error', 'invalid_api_key'],
    ['a path that is none', new UnknownPathError('x'), 'invalid_request_error', 'unknown_url'],
    ['a model nobody knows', new ModelNotFoundError('x'), 'invalid_request_error', 'model_not_found'],
    ['a wrong field', new InvalidRequestError('x'), 'invalid_request_error', null],
    ['a body that is too large', new PayloadTooLargeError('x'), 'invalid_request_error', 'payload_too_large'],
    ['what upstream refuses', refusal(400, 'Invalid value.'), 'invalid_request_error', null],
    [
      'a prompt that is too long',
      refusal(400, 'The input token count (1048577) exceeds the maximum number of tokens allowed (1048576).'),
      'invalid_request_error',
      'context_length_exceeded',
    ],
    ['what upstream forbids', refusal(403, 'No.', 'resource_denied'), 'permission_error', 'resource_denied'],
    [
      'a limit of minutes',
      new AllKeysLimitedError('rate_limited', 'x'),
      'rate_limit_error',
      'rate_limit_exceeded',
    ],
    [
      'a daily quota',
      new AllKeysLimitedError('quota_exhausted', 'x'),
      'insufficient_quota',
      'insufficient_quota',
    ],
    [
      'credits',
      new AllKeysLimitedError('insufficient_quota', 'x'),
      'insufficient_quota',
      'insufficient_quota',
    ],
    ['no key', new NoUsableKeyError('x'), 'server_error', 'no_upstream_key'],
    [
      'too much to do',
      new UpstreamFailureError('overloaded', 503, 'x'),
      'server_error',
      'server_is_overloaded',
    ],
    ['a deadline', new UpstreamFailureError('deadline_exceeded', 504, 'x'), 'server_error', 'timeout'],
    [
      'a failure upstream',
      new UpstreamFailureError('upstream_failed', 502, 'x'),
      'server_error',
      'upstream_error',
    ],
    ['a mistake of ours', new InternalError('x'), 'server_error', 'internal_error'],
  ])('tells of %s', (_, error, type, code) => {
    expect(openaiErrorBody(error)).toEqual({ error: { message: error.message, type, param: null, code } });
  });

  it('names the field', () => {
    const error = new InvalidRequestError('n has to be a number.', { field: 'n' });
    expect(openaiErrorBody(error).error.param).toBe('n');
  });

  it.each([
    [[{ fieldViolations: [{ description: 'x' }, { field: 'contents[0].parts' }] }], 'contents[0].parts'],
    [[{ fieldViolations: 'x' }, { reason: 'x' }], null],
  ])('names the field that upstream names: %j', (details, param) => {
    const error = new UpstreamRefusalError('invalid_request', { status: 400, message: 'x', details });
    expect(openaiErrorBody(error).error.param).toBe(param);
  });
});

it.each([
  [500, 502],
  [501, 502],
  [502, 502],
  [503, 503],
  [504, 504],
])('tells the status %i of upstream as %i', (status, told) => {
  const upstream = { status, message: 'x', details: [] };
  expect(openaiErrorStatus(new UpstreamFailureError('upstream_failed', status, 'x', { upstream }))).toBe(
    told,
  );
  expect(openaiErrorStatus(new InternalError('x'))).toBe(500);
});
