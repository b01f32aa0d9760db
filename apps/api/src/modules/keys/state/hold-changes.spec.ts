import fc from 'fast-check';
import type { Hold, HoldSubject } from '../../../core/keypool/hold';
import { HoldChanges, type SubjectChanges } from './hold-changes';

const key = (id: number): HoldSubject => ({ kind: 'key', id });
const aHold = (id: number, scope: string, untilMs: number): Hold => ({
  subject: key(id),
  scope,
  sinceMs: 0,
  untilMs,
  reason: 'rate_limited',
  strikes: 1,
});

/** What is stored once changes are: subject and scope to the end of the hold. */
function store(stored: Map<string, number>, changes: readonly SubjectChanges[]): void {
  for (const { subject, isReleased, scopes } of changes) {
    for (const name of [...stored.keys()])
      if (isReleased && name.startsWith(`${subject.id} `)) stored.delete(name);
    for (const [scope, hold] of scopes) {
      if (hold) stored.set(`${subject.id} ${scope}`, hold.untilMs);
      else stored.delete(`${subject.id} ${scope}`);
    }
  }
}

it('keeps of several changes the last', () => {
  const changes = new HoldChanges();
  changes.held('gemini', aHold(1, 'pro', 10));
  changes.held('gemini', aHold(1, 'pro', 20));
  expect(changes.take()).toEqual([
    expect.objectContaining({ scopes: new Map([['pro', aHold(1, 'pro', 20)]]) }),
  ]);
  expect(changes.isEmpty).toBe(true);
});

it('keeps the pools apart', () => {
  const changes = new HoldChanges();
  changes.held('gemini', aHold(1, '*', 10));
  changes.held('vertex', aHold(1, '*', 20));
  expect(changes.take().map((change) => change.pool)).toEqual(['gemini', 'vertex']);
});

const anEvent = fc.oneof(
  fc.record({
    kind: fc.constant('held' as const),
    id: fc.nat(2),
    scope: fc.constantFrom('*', 'pro', 'flash'),
    untilMs: fc.nat(99),
  }),
  fc.record({
    kind: fc.constant('released' as const),
    id: fc.nat(2),
    scope: fc.constantFrom('*', 'pro', undefined),
  }),
  fc.record({ kind: fc.constantFrom('stored' as const, 'failed' as const) }),
);

it('leaves stored what the events say, also when storing fails in between', () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 60 }), (events) => {
      const changes = new HoldChanges();
      const stored = new Map<string, number>();
      const expected = new Map<string, number>();
      let underWay: SubjectChanges[] = [];
      for (const event of events) {
        if (event.kind === 'held') {
          const hold = aHold(event.id, event.scope, event.untilMs);
          changes.held('gemini', hold);
          expected.set(`${event.id} ${event.scope}`, event.untilMs);
        } else if (event.kind === 'released') {
          changes.released('gemini', key(event.id), event.scope);
          for (const name of [...expected.keys()]) {
            if (
              name === `${event.id} ${event.scope}` ||
              (event.scope === undefined && name.startsWith(`${event.id} `))
            )
              expected.delete(name);
          }
        } else {
          if (event.kind === 'failed') changes.giveBack(underWay);
          else store(stored, underWay);
          underWay = changes.take();
        }
      }
      store(stored, underWay);
      store(stored, changes.take());
      expect(stored).toEqual(expected);
    }),
  );
});
