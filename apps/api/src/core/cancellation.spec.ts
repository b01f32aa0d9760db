import { Cancellation } from './cancellation';

it('acts once for each that was added and not removed', () => {
  const cancellation = new Cancellation();
  const acts: string[] = [];
  const removed = () => void acts.push('removed');
  cancellation.add(() => acts.push('first'));
  cancellation.add(removed);
  cancellation.add(() => acts.push('second'));
  cancellation.remove(removed);
  cancellation.cancel();
  cancellation.cancel();
  expect([acts, cancellation.isCancelled]).toEqual([['first', 'second'], true]);
});

it('acts at once when it has been cancelled', () => {
  const cancellation = new Cancellation();
  cancellation.cancel();
  const act = jest.fn();
  cancellation.add(act);
  expect(act).toHaveBeenCalledTimes(1);
});

it('gives a signal to those who want one, before and after', () => {
  const cancellation = new Cancellation();
  const { signal } = cancellation;
  expect(signal.aborted).toBe(false);
  cancellation.cancel();
  expect([signal.aborted, cancellation.signal.aborted]).toEqual([true, true]);
});

it('follows a signal, also one that has aborted', () => {
  const controller = new AbortController();
  const cancellation = Cancellation.following(controller.signal);
  controller.abort();
  expect([cancellation.isCancelled, Cancellation.following(AbortSignal.abort()).isCancelled]).toEqual([
    true,
    true,
  ]);
});
