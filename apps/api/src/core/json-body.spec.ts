import { InvalidRequestError } from './gateway-error';
import { parseJsonBody, parseJsonObject } from './json-body';

it('reads what JSON can say', () => {
  expect(parseJsonBody(Buffer.from('[1]'))).toEqual([1]);
  expect(parseJsonObject(Buffer.from('{"a":1}'))).toEqual({ a: 1 });
});

it.each([
  ['nothing', ''],
  ['half an object', '{"a":'],
  ['a list', '[]'],
  ['null', 'null'],
])('refuses %s where an object is meant', (_, text) => {
  expect(() => parseJsonObject(Buffer.from(text))).toThrow(InvalidRequestError);
});

it('takes a byte order mark before the JSON, and none inside of it', () => {
  expect(parseJsonBody(Buffer.from('\uFEFF{"a":"ü"}'))).toEqual({ a: 'ü' });
  expect(() => parseJsonBody(Buffer.from('\uFEFF\uFEFF{}'))).toThrow(InvalidRequestError);
});
