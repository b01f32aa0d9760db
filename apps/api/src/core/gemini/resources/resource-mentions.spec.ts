import fc from 'fast-check';
import { resourceMentions } from './resource-mentions';

const URI = 'https://generativelanguage.googleapis.com/v1beta/files/x';
const mentionsOf = (request: unknown) => resourceMentions(Buffer.from(JSON.stringify(request)));
const withFile = (fileData: unknown) => ({
  contents: [{ parts: [{ text: 'What is this?' }, { fileData }] }],
});

it.each<[what: string, request: unknown, names: string[]]>([
  ['a file by its address', withFile({ fileUri: URI }), ['files/x']],
  ['a file in snake case', { contents: { parts: { file_data: { file_uri: 'files/x' } } } }, ['files/x']],
  ['each name once', [withFile({ fileUri: URI }), withFile({ file_uri: 'files/x' })], ['files/x']],
  ['a cache', { cachedContent: 'cachedContents/c' }, ['cachedContents/c']],
  ['an interaction', { previous_interaction_id: 'v1_Ab' }, ['interactions/v1_Ab']],
  [
    'a list of stores',
    { tools: [{ fileSearch: { fileSearchStoreNames: ['fileSearchStores/a', 'fileSearchStores/b'] } }] },
    ['fileSearchStores/a', 'fileSearchStores/b'],
  ],
  ['the requests of a batch', { batch: { inputConfig: { fileName: 'files/b' } } }, ['files/b']],
  ['a part of an interaction', { input: [{ type: 'image', uri: URI }] }, ['files/x']],
  ['a continuation', { continuationToken: 'abc=' }, ['continuations/abc=']],
  ['a film somewhere else', withFile({ fileUri: 'https://youtu.be/abc' }), []],
  ['null', { cachedContent: null, fileSearchStoreNames: [] }, []],
  ['a text that quotes such a field', { text: `{"fileUri": "${URI}"}` }, []],
  ['a text that ends like one', { text: 'a "fileUri', other: '": "files/x"' }, []],
  ['nothing', {}, []],
])('finds %s', (_, request, names) => {
  expect(mentionsOf(request)).toEqual(names);
  expect(resourceMentions(Buffer.from(JSON.stringify(request, null, 2)))).toEqual(names);
});

it('sees through escapes, in names of fields and in values', () => {
  const escaped =
    '{"\\u0066ileUri":"https:\\/\\/h\\/v1beta\\/files\\/\\u0078","cachedContent":"cachedContents\\/c"}';
  expect(resourceMentions(Buffer.from(escaped))).toEqual(['files/x', 'cachedContents/c']);
});

it('finds a name wherever it stands in a large body', () => {
  fc.assert(
    fc.property(fc.nat(300 * 1024), (at) => {
      const request = { pad: 'x'.repeat(at), fileUri: URI, more: 'y'.repeat(300 * 1024 - at) };
      expect(mentionsOf(request)).toEqual(['files/x']);
    }),
    { numRuns: 20 },
  );
});

it('finds nothing in what is no JSON', () => {
  expect(resourceMentions(Buffer.from('{"fileUri": "files/x\\u0041'))).toEqual([]);
  expect(resourceMentions(Buffer.alloc(0))).toEqual([]);
});
