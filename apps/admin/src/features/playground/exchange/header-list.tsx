import type { Header } from './exchange';

/** Headers as they stand on the wire. */
export function HeaderList({ headers }: { headers: readonly Header[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-2 gap-y-0.5 font-mono text-xs">
      {headers.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-soft">{name}:</dt>
          <dd className="break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
