import type { LoggedKeyDto } from '@gemini-balance/shared';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { LINK } from '../../../components/ui/link-styles';
import { LoggedKey } from '../log-cells';

/** A link to what a fact of a request is about. */
export function FactLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={LINK}>
      {children}
    </Link>
  );
}

/** A key as a log names it, with the way to its details while it is there. */
export function KeyLink({ apiKey }: { apiKey: LoggedKeyDto }) {
  if (apiKey.masked === undefined) return <LoggedKey apiKey={apiKey} />;
  return (
    <FactLink to={`/keys?key=${apiKey.id}`}>
      <code className="font-mono text-[0.8125rem]">{apiKey.masked}</code>
    </FactLink>
  );
}
