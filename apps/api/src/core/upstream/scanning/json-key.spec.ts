import fc from 'fast-check';
import { JsonKey } from './json-key';

const key = new JsonKey('finishReason');

function hasMember(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasMember);
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, 'finishReason') || Object.values(value).some(hasMember);
}

describe('JsonKey', () => {
  const word = fc.constantFrom(
    'finishReason',
    '"finishReason"',
    '"finishReason":',
    '\\"finishReason": "',
    '"',
    '\\',
    'x',
  );
  const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, text, fc.integer(), tie('list'), tie('object')),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    object: fc.dictionary(fc.oneof(fc.constant('finishReason'), text), tie('tree'), { maxKeys: 4 }),
  }));

  it('finds a member exactly where one is, whatever the strings around it say', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, spaces) => {
        const json = Buffer.from(JSON.stringify(value, null, spaces));
        expect(key.first(json) !== -1).toBe(hasMember(value));
        expect(key.last(json) !== -1).toBe(hasMember(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('points behind the colon of the first and of the last', () => {
    const json = Buffer.from('{"a":{"finishReason" : 1},"finishReason":2}');
    expect(json.toString('utf8', key.first(json))).toBe(' 1},"finishReason":2}');
    expect(json.toString('utf8', key.last(json))).toBe('2}');
  });
});
