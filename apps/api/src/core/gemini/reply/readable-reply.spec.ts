import { isReadableReply } from './readable-reply';

const withParts = (...parts: unknown[]) => ({ candidates: [{ content: { parts } }] });

it.each<[string, unknown]>([
  ['nothing', {}],
  ['nulls', { candidates: null, promptFeedback: null }],
  ['a candidate without content', { candidates: [{ finishReason: 'STOP', content: null }] }],
  ['content without parts', { candidates: [{ content: { role: 'model', parts: null } }] }],
  ['a part without data', withParts({}, { text: null })],
  ['a call without arguments', withParts({ functionCall: { name: 'f' } })],
  ['a part of a kind nobody knows', withParts({ newKind: 5, text: 'a' })],
  ['log probabilities', { candidates: [{ logprobsResult: { topCandidates: [{ candidates: [{}] }] } }] }],
])('reads a reply with %s', (_, reply) => {
  expect(isReadableReply(reply)).toBe(true);
});

it.each<[string, unknown]>([
  ['a text', 'reply'],
  ['a list', []],
  ['candidates that are no list', { candidates: {} }],
  ['a candidate that is none', { candidates: [null] }],
  ['an index that is none', { candidates: [{ index: -1 }] }],
  ['content that is a text', { candidates: [{ content: 'a' }] }],
  ['parts that are no list', { candidates: [{ content: { parts: 'abc' } }] }],
  ['a part that is none', withParts(null)],
  ['a text that is a number', withParts({ text: 5 })],
  ['a signature that is a number', withParts({ text: 'a', thoughtSignature: 5 })],
  ['a call that is a number', withParts({ functionCall: 5 })],
  ['arguments that are a list', withParts({ functionCall: { name: 'f', args: [] } })],
  ['log probabilities that are none', { candidates: [{ logprobsResult: { chosenCandidates: [null] } }] }],
])('reads no reply with %s', (_, reply) => {
  expect(isReadableReply(reply)).toBe(false);
});
