import { retryDelayMs } from './retry-delay';

function withInfo(retryDelay: unknown, message = '') {
  return { details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay }], message };
}

describe('retryDelayMs', () => {
  it.each([
    ['41s', 41_000],
    ['41.065029449s', 41_066],
    ['900ms', 900],
    ['51820.6s', 51_820_600],
    ['0s', 0],
    ['1h2m3.5s', 3_723_500],
    ['soon', undefined],
    ['-4s', undefined],
    [{ seconds: '41', nanos: 500_000_000 }, 41_500],
    [{}, undefined],
    [7, undefined],
  ])('reads RetryInfo %j', (retryDelay, ms) => {
    expect(retryDelayMs(withInfo(retryDelay))).toBe(ms);
  });

  it.each([
    ['Please retry in 34.07s.', 34_070],
    ['Please retry in 2h13m7.5s.', 7_987_500],
    ['Please try again in 500ms', 500],
    ['Please retry after 30 seconds.', 30_000],
    ['Please retry later.', undefined],
  ])('falls back to the sentence: %s', (message, ms) => {
    expect(retryDelayMs({ details: [], message })).toBe(ms);
  });

  it('asks RetryInfo before a header, and a header before the sentence', () => {
    const message = 'Please retry in 3s.';
    expect(retryDelayMs(withInfo('1s', message), { 'retry-after': '2' })).toBe(1_000);
    expect(retryDelayMs({ details: [], message }, { 'retry-after': '2' })).toBe(2_000);
    expect(retryDelayMs({ details: [], message }, { 'retry-after-ms': '250', 'retry-after': '2' })).toBe(250);
  });
});
