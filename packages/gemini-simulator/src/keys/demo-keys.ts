import { seededId } from '../seed/seeded-random';
import type { KeyHealth, KeyOptions } from './simulated-key';

/** A made-up key in the form of a real one: `AQ.` and 50 characters that begin with the name. */
export function simulatedKey(name: string): string {
  return `AQ.${`${name}_${seededId(50, 'key', name)}`.slice(0, 50)}`;
}

const DAMAGED: readonly KeyHealth[] = [
  'invalid',
  'leaked',
  'rpm_limited',
  'exhausted_daily',
  'no_credits',
  'service_disabled',
];

/** A pool as people really have it: eight good keys in five projects, two of them on the free tier, and six that fail in six ways. */
export const DEMO_KEYS: readonly KeyOptions[] = [
  ...[1, 2, 3, 4, 5, 6].map((n) => ({
    key: simulatedKey(`good-${n}`),
    project: String(800_000_000_000 + Math.ceil(n / 2)),
  })),
  ...[1, 2].map((n) => ({
    key: simulatedKey(`free-${n}`),
    project: String(800_000_000_010 + n),
    tier: 'free' as const,
    quotas: { '*': { rpm: 10, rpd: 200, tpm: 250_000 } },
  })),
  ...DAMAGED.map((health, n) => ({
    key: simulatedKey(health),
    project: String(800_000_000_020 + n),
    health,
  })),
];
