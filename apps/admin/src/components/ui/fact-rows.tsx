import type { ReactNode } from 'react';

/** Names and values, one below the other; those without a value are left out. */
export function FactRows({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="divide-y">
      {facts
        .filter(([, value]) => value !== undefined && value !== false)
        .map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 py-1.5 first:pt-0 last:pb-0">
            <dt className="shrink-0 text-soft">{name}</dt>
            <dd className="min-w-0 text-end font-medium break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
