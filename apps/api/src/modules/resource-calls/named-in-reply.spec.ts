import { namedInReply } from './named-in-reply';

const DAY_MS = 86_400_000;
const namesIn = (name: string, reply: unknown) => namedInReply({ name }, reply).map((named) => named.name);

it.each<[what: string, asked: string, reply: unknown, names: string[]]>([
  ['an uploaded file', 'files', { file: { name: 'files/x' } }, ['files/x']],
  ['a cache', 'cachedContents', { name: 'cachedContents/c' }, ['cachedContents/c']],
  ['an interaction by its id', 'interactions', { id: 'v1_a', steps: [] }, ['interactions/v1_a']],
  ['what was asked for by its id', 'interactions/v1_a', { id: 'v1_a' }, ['interactions/v1_a']],
  ['an operation of a model', 'models/veo', { name: 'models/veo/operations/o' }, ['models/veo/operations/o']],
  [
    'a tuned model that is being made',
    'tunedModels',
    { name: 'tunedModels/t/operations/o' },
    ['tunedModels/t/operations/o', 'tunedModels/t'],
  ],
  [
    'the film of an operation',
    'models/veo/operations/o',
    {
      name: 'models/veo/operations/o',
      done: true,
      response: { videos: [{ video: { uri: 'https://h/v1beta/files/f:download?alt=media' } }] },
    },
    ['models/veo/operations/o', 'files/f'],
  ],
  [
    'the answers of a batch',
    'batches/b',
    { name: 'batches/b', metadata: { output: { responsesFile: 'files/r' } } },
    ['batches/b', 'files/r'],
  ],
  [
    'nothing that a client has written',
    'batches/b',
    { name: 'batches/b', metadata: { displayName: 'files/mine', uri: 'files/mine' } },
    ['batches/b'],
  ],
  ['nothing of a model', 'models/m', { name: 'models/m' }, []],
  ['nothing without a name', 'files/x', {}, []],
  ['nothing of what is no object', 'files', [{ name: 'files/x' }], []],
])('finds %s', (_, asked, reply, names) => {
  expect(namesIn(asked, reply)).toEqual(names);
});

it('keeps what is told of files, and of nothing else', () => {
  const [file] = namedInReply({ name: 'files' }, { file: { name: 'files/x', state: 'ACTIVE' } });
  const [interaction] = namedInReply({ name: 'interactions' }, { id: 'v1_a', steps: ['private'] });
  expect([file?.body, interaction?.body]).toEqual([{ name: 'files/x', state: 'ACTIVE' }, undefined]);
});

it('tells when upstream removes it, by its own word or by what it is', () => {
  const expireTime = '2026-11-21T10:00:00Z';
  expect(namedInReply({ name: 'cachedContents' }, { name: 'cachedContents/c', expireTime })).toEqual([
    { name: 'cachedContents/c', endsAtMs: Date.parse(expireTime), lifetimeMs: undefined },
  ]);
  expect(namedInReply({ name: 'files' }, { file: { name: 'files/x' } })[0]?.lifetimeMs).toBe(2 * DAY_MS);
  expect(
    namedInReply({ name: 'fileSearchStores' }, { name: 'fileSearchStores/s' })[0]?.lifetimeMs,
  ).toBeUndefined();
});
