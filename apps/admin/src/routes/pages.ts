import {
  Files,
  FlaskConical,
  Boxes,
  KeyRound,
  LayoutDashboard,
  Ticket,
  SlidersHorizontal,
  ScrollText,
  Server,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { Texts } from '../locales/load-texts';

interface DashboardPage {
  path: string;
  /** Its name in the navigation, below `nav` in the texts of the frame. */
  label: Exclude<keyof Texts['frame']['nav'], 'label' | 'open' | 'close'>;
  Icon: LucideIcon;
  /** Loaded when it is first visited. */
  load: () => Promise<ComponentType>;
}

/** The pages behind the login in the order of the navigation. */
export const PAGES: readonly DashboardPage[] = [
  {
    path: '/',
    label: 'overview',
    Icon: LayoutDashboard,
    load: async () => (await import('../features/overview/overview-page')).OverviewPage,
  },
  {
    path: '/keys',
    label: 'keys',
    Icon: KeyRound,
    load: async () => (await import('../features/keys/keys-page')).KeysPage,
  },
  {
    path: '/tokens',
    label: 'tokens',
    Icon: Ticket,
    load: async () => (await import('../features/tokens/tokens-page')).TokensPage,
  },
  {
    path: '/models',
    label: 'models',
    Icon: Boxes,
    load: async () => (await import('../features/models/models-page')).ModelsPage,
  },
  {
    path: '/config',
    label: 'config',
    Icon: SlidersHorizontal,
    load: async () => (await import('../features/config/config-page')).ConfigPage,
  },
  {
    path: '/logs',
    label: 'logs',
    Icon: ScrollText,
    load: async () => (await import('../features/logs/logs-page')).LogsPage,
  },
  {
    path: '/files',
    label: 'files',
    Icon: Files,
    load: async () => (await import('../features/files/files-page')).FilesPage,
  },
  {
    path: '/playground',
    label: 'playground',
    Icon: FlaskConical,
    load: async () => (await import('../features/playground/playground-page')).PlaygroundPage,
  },
  {
    path: '/system',
    label: 'system',
    Icon: Server,
    load: async () => (await import('../features/system/system-page')).SystemPage,
  },
];

/** Addresses of gemini-balance that people have in their bookmarks. */
export const OLD_PATHS = { '/auth': '/login', '/keys_status': '/keys', '/error_logs': '/logs' } as const;
