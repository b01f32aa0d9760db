import { Link } from 'react-router';

/** Leads to a setting. */
export function SettingLink({ name }: { name: string }) {
  return (
    <Link
      to={`/config?search=${encodeURIComponent(name)}`}
      className="font-mono text-[0.8125rem] text-accent-text underline-offset-2 hover:underline"
    >
      {name}
    </Link>
  );
}
