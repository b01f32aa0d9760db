import { Readiness, type ReadinessFacts } from './readiness';

const READY: ReadinessFacts = {
  isDatabaseThere: () => Promise.resolve(true),
  readyKeys: () => 1,
  isDraining: () => false,
};

it.each<[string, Partial<ReadinessFacts>, string[]]>([
  ['a database that answers and a key', {}, []],
  ['no database', { isDatabaseThere: () => Promise.resolve(false) }, ['database']],
  ['no key that is ready', { readyKeys: () => 0 }, ['keys']],
  ['being asked to stop', { isDraining: () => true }, ['draining']],
  ['none of it', { readyKeys: () => 0, isDraining: () => true }, ['keys', 'draining']],
])('with %s, names what is missing', async (_, facts, missing) => {
  expect(Object.keys(await new Readiness({ ...READY, ...facts }).problems())).toEqual(missing);
});
