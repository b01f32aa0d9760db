import { Link } from 'react-router';
import { LINK } from '../../../components/ui/link-styles';

/** Leads to a setting. */
export function SettingLink({ name }: { name: string }) {
  return (
    <Link to={`/config?search=${encodeURIComponent(name)}`} className={`font-mono text-[0.8125rem] ${LINK}`}>
      {name}
    </Link>
  );
}
