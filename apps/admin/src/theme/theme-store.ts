import { useSyncExternalStore } from 'react';
import { readChoice, storeChoice } from '../lib/stored-choice';

export const THEMES = ['light', 'dark', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** Under this name `public/theme.js` finds the choice before the first paint. */
const STORED_AS = 'theme';
const listeners = new Set<() => void>();
let chosen: Theme = 'system';

const systemIsDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function applyTheme(): void {
  const isDark = chosen === 'dark' || (chosen === 'system' && systemIsDark().matches);
  document.documentElement.classList.toggle('dark', isDark);
  tintFrame();
}

/** The bar that a phone or an installed dashboard has around the page takes the page's colour. */
function tintFrame(): void {
  const { backgroundColor } = getComputedStyle(document.body);
  for (const meta of document.querySelectorAll('meta[name=theme-color]'))
    meta.setAttribute('content', backgroundColor);
}

/** Puts the stored theme on the page, and follows the system's for as long as the page lives. */
export function startTheme(): void {
  const stored = readChoice(STORED_AS);
  chosen = THEMES.find((theme) => theme === stored) ?? 'system';
  applyTheme();
  systemIsDark().addEventListener('change', applyTheme);
}

/** Switches the theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  chosen = theme;
  storeChoice(STORED_AS, theme);
  applyTheme();
  listeners.forEach((listener) => listener());
}

/** The administrator's choice, not what it comes to. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
