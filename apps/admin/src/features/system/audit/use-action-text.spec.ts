import { AUDIT_ACTIONS } from '@gemini-balance/shared';
import english from '../../../locales/en/system.json';
import chinese from '../../../locales/zh-CN/system.json';

it.each([
  ['English', english],
  ['Chinese', chinese],
])('has words in %s for everything that is noted, and for nothing else', (_, { audit }) => {
  const named = Object.entries(audit.actions).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => `${noun}.${verb}`),
  );
  expect(named.sort()).toEqual([...AUDIT_ACTIONS].sort());
});
