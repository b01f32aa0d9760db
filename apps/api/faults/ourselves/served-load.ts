import type { GatewayRig } from '../../test/support/rigs/gateway-rig';
import { ask, type Answer, CLIENT_FORMS } from '../clients/ask';

/** Clients of every dialect that ask for one thing after the other until they are told to stop. */
export interface ServedLoad {
  /** What they were told, in the order in which it ended, with the time of that end. */
  readonly answers: readonly (Answer & { readonly endedAtMs: number })[];
  /** Resolves when so many have been answered. */
  reached(count: number): Promise<void>;
  stop(): Promise<void>;
}

export function aServedLoad(rig: GatewayRig, model: string, clients = 8): ServedLoad {
  const answers: (Answer & { endedAtMs: number })[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const { url } = rig.gateway;
  let isStopped = false;
  const client = async (n: number): Promise<void> => {
    for (let turn = n; !isStopped; turn++) {
      const answer = await ask(url, CLIENT_FORMS[turn % CLIENT_FORMS.length]!, model);
      answers.push({ ...answer, endedAtMs: Date.now() });
      for (const { count, resolve } of waiting) if (answers.length >= count) resolve();
      // A gateway that is gone refuses at once.
      if (answer.status === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const running = Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
  return {
    answers,
    reached: (count) =>
      answers.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve })),
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}

/** Whether the client got a whole answer. */
export function isServed({ status, story }: Answer): boolean {
  return status === 200 && story?.isFinished === true && story.fault === undefined;
}
