import { collectionOf, resourceNameOf, withParents } from './resource-name';

it.each([
  ['files/x', 'files/x'],
  ['files/x:download', 'files/x'],
  ['https://generativelanguage.googleapis.com/v1beta/files/x', 'files/x'],
  ['https://generativelanguage.googleapis.com/v1beta/files/x:download?alt=media', 'files/x'],
  ['http://127.0.0.1:9100/prefix/v1/files/x-1', 'files/x-1'],
  ['https://h/v1beta/files%2Fx', 'files/x'],
  ['models/veo/operations/o', 'models/veo/operations/o'],
  ['https://example.com/files/x', undefined],
  ['https://youtu.be/abc', undefined],
  ['gs://bucket/files/x', undefined],
  ['files/', undefined],
  ['x', undefined],
  ['read files/x please', undefined],
  ['%', undefined],
])('reads %j as %j', (text, name) => {
  expect(resourceNameOf(text)).toBe(name);
});

it.each([
  ['files/x', ['files/x']],
  [
    'fileSearchStores/s/documents/d',
    ['fileSearchStores/s/documents/d', 'fileSearchStores/s/documents', 'fileSearchStores/s'],
  ],
  ['models/veo/operations/o', ['models/veo/operations/o', 'models/veo/operations']],
  ['models/veo', []],
])('%s lies in %j', (name, names) => {
  expect(withParents(name)).toEqual(names);
});

it.each([
  ['files/x', 'files'],
  ['models/veo/operations/o', 'models/veo/operations'],
  ['x', ''],
])('%s is one of %j', (name, collection) => {
  expect(collectionOf(name)).toBe(collection);
});
