import { aSimulator, ask, closeSimulators, MODEL } from '../testing/a-simulator';

describe('fault rules', () => {
  afterEach(closeSimulators);

  it('act on what they name, as often as they say', async () => {
    const sim = await aSimulator({ keys: ['a', 'b'] });
    sim.on({ key: 'a', model: MODEL }).times(2).fail('503-overloaded');
    const statuses = [];
    for (const key of ['a', 'b', 'a', 'a']) statuses.push((await ask(sim, 'Hi', {}, key)).status);
    expect(statuses).toEqual([503, 200, 503, 200]);
  });

  it('act on the nth matching request only', async () => {
    const sim = await aSimulator({
      faults: [{ when: { nth: 2 }, do: { kind: 'error', fixture: '500-internal' } }],
    });
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await ask(sim, 'Hi')).status);
    expect(statuses).toEqual([200, 500, 200]);
  });

  it('act by chance in the same order for the same seed', async () => {
    const run = async (seed: number) => {
      const sim = await aSimulator({ seed });
      sim.on({ chance: 0.5 }).fail('500-internal');
      const statuses = [];
      for (let n = 0; n < 20; n++) statuses.push((await ask(sim, 'Hi')).status);
      return statuses;
    };
    const first = await run(3);
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run(3)).toEqual(first);
    expect(await run(4)).not.toEqual(first);
  });

  it('can be taken back', async () => {
    const sim = await aSimulator();
    const takeBack = sim.on({ path: /generateContent$/ }).fail('500-internal');
    expect((await ask(sim, 'Hi')).status).toBe(500);
    takeBack();
    expect((await ask(sim, 'Hi')).status).toBe(200);
  });

  it('are refused at once where the kind or the fixture is unknown, or the fixture cannot be an event', async () => {
    const sim = await aSimulator();
    expect(() => sim.on().fail('429-no-such')).toThrow('429-no-such');
    expect(() => sim.on().do({ kind: 'eror' as 'empty' })).toThrow('No fault is called "eror"');
    expect(() => sim.on().do({ kind: 'first-event-error', fixture: '502-html' })).toThrow('502-html');
  });
});
