import { aHold, aKey, aPoolOf } from '../testing/pool-keys';

describe('ready times', () => {
  const setUp = () => {
    const { pool, clock } = aPoolOf([aKey(1, { project: 'a' }), aKey(2), aKey(3, { group: 'few' })]);
    return {
      pool,
      nowMs: clock.nowMs(),
      times: (model: string) => [1, 2, 3].map(pool.view.readyTimes(model)),
    };
  };

  it('are past for keys that are ready', () => {
    const { times, nowMs } = setUp();
    expect(times('pro').every((atMs) => atMs <= nowMs)).toBe(true);
  });

  it('are those of the longest hold that concerns the key for the model', () => {
    const { pool, times, nowMs } = setUp();
    pool.rest(aHold({ kind: 'project', id: 'a' }, nowMs, { scope: 'pro', untilMs: nowMs + 9_000 }));
    pool.rest(aHold({ kind: 'key', id: 1 }, nowMs, { untilMs: nowMs + 5_000 }));
    pool.rest(aHold({ kind: 'key', id: 2 }, nowMs, { untilMs: Infinity }));
    expect(times('pro')[0]).toBe(nowMs + 9_000);
    expect(times('flash')[0]).toBe(nowMs + 5_000);
    expect(times('flash')[1]).toBe(Infinity);
  });

  it('are not before the end of the rest of the model', () => {
    const { pool, times, nowMs } = setUp();
    pool.rest(aHold({ kind: 'model', id: 'pro' }, nowMs, { untilMs: nowMs + 7_000 }));
    expect(times('pro')).toEqual([nowMs + 7_000, nowMs + 7_000, nowMs + 7_000]);
    expect(times('flash').every((atMs) => atMs <= nowMs)).toBe(true);
  });

  it('never come for keys that are switched off, of a group for other models, or unknown', () => {
    const { pool, times } = setUp();
    pool.put(aKey(2, { isEnabled: false }));
    pool.limitGroups(new Map([['few', ['flash']]]));
    expect(times('pro').slice(1)).toEqual([Infinity, Infinity]);
    expect(times('flash')[2]).toBeLessThan(Infinity);
    expect(pool.view.readyTimes('pro')(99)).toBe(Infinity);
  });
});
