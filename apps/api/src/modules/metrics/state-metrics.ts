import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { PoolTotals } from '../../core/keypool/keys/key-status';

const STATES = ['ready', 'resting', 'invalid', 'disabled'] as const;

/** Where the figures come from, asked each time somebody looks. */
export interface StateSources {
  readonly version: string;
  pool(kind: KeyKind): { totals(): PoolTotals; readonly inFlight: number; readonly isCautious: boolean };
  readonly logs: { readonly waitingRows: number; readonly droppedRows: number };
  /** Bytes of request bodies that are held in memory. */
  heldBodyBytes(): number;
}

/** Adds to the registry how the gateway stands. Costs nothing until somebody looks. */
export function addStateMetrics(registry: Registry, sources: StateSources): void {
  const registers = [registry];
  gauge(registers, 'info', 'Always 1; says which version runs', ['version'], (metric) =>
    metric.set({ version: sources.version }, 1),
  );
  gauge(registers, 'keys', 'Keys, by kind and state', ['kind', 'state'], (metric) => {
    for (const kind of KEY_KINDS) {
      const totals = sources.pool(kind).totals();
      for (const state of STATES) metric.set({ kind, state }, totals[state]);
    }
  });
  gauge(registers, 'attempts_in_flight', 'Sends to upstream that have not ended', ['kind'], (metric) => {
    for (const kind of KEY_KINDS) metric.set({ kind }, sources.pool(kind).inFlight);
  });
  gauge(registers, 'pool_cautious', '1 while only verified keys are lent', ['kind'], (metric) => {
    for (const kind of KEY_KINDS) metric.set({ kind }, Number(sources.pool(kind).isCautious));
  });
  gauge(registers, 'log_rows_waiting', 'Rows of logs that wait to be stored', [], (metric) =>
    metric.set(sources.logs.waitingRows),
  );
  gauge(registers, 'request_bodies_bytes', 'Memory that request bodies hold', [], (metric) =>
    metric.set(sources.heldBodyBytes()),
  );
  new Counter({
    name: 'gemini_balance_log_rows_dropped_total',
    help: 'Rows of logs that were lost, because too many waited or the database refused them',
    registers,
    collect() {
      this.reset();
      this.inc(sources.logs.droppedRows);
    },
  });
}

function gauge<Label extends string>(
  registers: Registry[],
  name: string,
  help: string,
  labelNames: readonly Label[],
  read: (metric: Gauge<Label>) => void,
): void {
  const metric: Gauge<Label> = new Gauge({
    name: `gemini_balance_${name}`,
    help,
    labelNames,
    registers,
    collect: () => read(metric),
  });
}
