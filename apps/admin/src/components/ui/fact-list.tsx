import type { ReactNode } from 'react';

/** What is known of something: short values under their names, those that are not known as a dash. */
export function FactList({ facts }: { facts: Readonly<Record<string, ReactNode>> }) {
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-xs text-soft">{name}</dt>
          <dd className="truncate">{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
