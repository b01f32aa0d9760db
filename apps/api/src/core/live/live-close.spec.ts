import { outcomeOfClose, sendableClose } from './live-close';

const KEY = 'AIzaSyD-this-is-a-made-up-key-00000000000';

it.each([
  [1000, 'bye', 1000, 'bye'],
  [1008, 'not allowed', 1008, 'not allowed'],
  [4001, 'own code', 4001, 'own code'],
  [1005, '', 1000, ''],
  [1006, '', 1011, 'The connection was lost.'],
  [1011, `bad key ${KEY}`, 1011, 'bad key [key]'],
])('sends a close %i %s on as %i %s', (code, reason, sent, told) =>
  expect(sendableClose({ code, reason })).toEqual({ code: sent, reason: told }),
);

it('cuts a long reason at a whole character', () => {
  const { reason } = sendableClose({ code: 1011, reason: '密'.repeat(100) });
  expect(reason).toBe('密'.repeat(41));
});

it.each([
  [1007, 'API key not valid. Please pass a valid API key.', 'invalid_key'],
  [1007, 'Request contains an invalid argument.', 'invalid_request'],
  [
    1008,
    'models/none is not found for API version v1beta, or is not supported for bidiGenerateContent.',
    'model_not_found',
  ],
  [1011, 'You exceeded your current quota, please check your plan and billing details.', 'rate_limited'],
  [1011, 'Internal error encountered.', 'upstream_failed'],
  [1013, 'The model is overloaded.', 'overloaded'],
])('takes a close %i "%s" for %s', (code, reason, kind) =>
  expect(outcomeOfClose({ code, reason }).kind).toBe(kind),
);
