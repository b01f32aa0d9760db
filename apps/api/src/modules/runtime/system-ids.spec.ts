import { systemIds } from './system-ids';

it('makes ids that differ, in the form that logs expect', () => {
  const ids = Array.from({ length: 1_000 }, () => systemIds.requestId());
  expect(new Set(ids).size).toBe(1_000);
  expect(ids.filter((id) => !/^req_[0-9a-f]{24}$/.test(id))).toEqual([]);
});

it('makes ids that sort by time', async () => {
  const earlier = systemIds.requestId();
  const start = Date.now();
  while (Date.now() === start) await new Promise(setImmediate);
  expect(systemIds.requestId() > earlier).toBe(true);
});
