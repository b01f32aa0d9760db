import { VirtualClock } from './virtual-clock';

describe('VirtualClock', () => {
  it('ends sleeps in the order in which they are due', async () => {
    const clock = new VirtualClock(0);
    const ended: string[] = [];
    void clock.sleep(20).then(() => ended.push(`late at ${clock.nowMs()}`));
    void clock.sleep(10).then(() => ended.push(`early at ${clock.nowMs()}`));
    await clock.advance(15);
    expect(ended).toEqual(['early at 10']);
    await clock.advance(15);
    expect(ended).toEqual(['early at 10', 'late at 20']);
    expect(clock.nowMs()).toBe(30);
  });

  it('passes through sleeps that begin while it advances', async () => {
    const clock = new VirtualClock(0);
    const ticks: number[] = [];
    const tick = async () => {
      for (let i = 0; i < 3; i++) {
        await clock.sleep(10);
        ticks.push(clock.nowMs());
      }
    };
    void tick();
    await clock.advance(30);
    expect(ticks).toEqual([10, 20, 30]);
  });

  it('ends a sleep whose signal aborts', async () => {
    const clock = new VirtualClock(0);
    const abort = new AbortController();
    const slept = clock.sleep(1000, abort.signal);
    abort.abort();
    await slept;
    expect(clock.sleeping).toBe(0);
  });
});
