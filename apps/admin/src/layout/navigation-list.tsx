import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { cn } from '../lib/cn';
import type { NavigationItem } from './navigation';

interface NavigationListProps {
  items: readonly NavigationItem[];
  onNavigate?: () => void;
}

export function NavigationList({ items, onNavigate }: NavigationListProps) {
  const { t } = useTranslation('frame');
  return (
    <nav aria-label={t('nav.label')}>
      <ul className="space-y-0.5">
        {items.map(({ path, label, Icon }) => (
          <li key={path}>
            <NavLink
              to={path}
              end={path === '/'}
              onClick={onNavigate}
              className={({ isActive }) =>
                cn(
                  'flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium',
                  isActive ? 'bg-accent-tint text-accent-text' : 'text-soft hover:bg-hover hover:text-ink',
                )
              }
            >
              <Icon className="size-4" aria-hidden />
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
