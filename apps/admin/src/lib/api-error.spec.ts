import { AxiosError, type InternalAxiosRequestConfig } from 'axios';
import { toApiError } from './api-error';

function answered(status: number, data: unknown, headers: Record<string, string> = {}): AxiosError {
  const config = { headers: {} } as InternalAxiosRequestConfig;
  return new AxiosError('failed', undefined, config, undefined, {
    status,
    data,
    headers,
    statusText: '',
    config,
  });
}

it("carries the gateway's own words", () => {
  const error = toApiError(
    answered(400, { error: { code: 'invalid_request', message: 'Too long.', field: 'note' } }),
  );
  expect(error).toMatchObject({ message: 'Too long.', code: 'invalid_request', status: 400, field: 'note' });
});

it('carries how long to wait', () => {
  const error = toApiError(
    answered(429, { error: { code: 'locked_out', message: 'Wait.' } }, { 'retry-after': '25' }),
  );
  expect(error.retryAfterSeconds).toBe(25);
});

it.each([
  ['a page of a reverse proxy', answered(502, '<html>Bad gateway</html>'), 'http_error', 502],
  ['an empty body', answered(500, ''), 'http_error', 500],
  ['a foreign error', answered(500, { error: 'no' }), 'http_error', 500],
  ['no answer', new AxiosError('Network Error'), 'unreachable', undefined],
  ['a fault of our own', new TypeError('x is undefined'), 'unreachable', undefined],
])('makes a readable error of %s', (_case, thrown, code, status) => {
  expect(toApiError(thrown)).toMatchObject({
    code,
    status,
    message: expect.stringContaining('gateway') as string,
  });
});
