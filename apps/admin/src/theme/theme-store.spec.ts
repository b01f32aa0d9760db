import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseTheme, startTheme, THEMES } from './theme-store';

const earlyScript = readFileSync(join(__dirname, '../../public/theme.js'), 'utf8');
const isDark = (): boolean => document.documentElement.classList.contains('dark');

function aSystem({ prefersDark }: { prefersDark: boolean }): MediaQueryList {
  const media = Object.assign(new EventTarget(), { matches: prefersDark }) as unknown as MediaQueryList;
  jest.spyOn(window, 'matchMedia').mockReturnValue(media);
  return media;
}

afterEach(() => jest.restoreAllMocks());

it.each(THEMES.flatMap((theme) => [true, false].map((prefersDark) => ({ theme, prefersDark }))))(
  'paints the same theme before and after the start: $theme, system dark $prefersDark',
  ({ theme, prefersDark }) => {
    aSystem({ prefersDark });
    chooseTheme(theme);
    const afterStart = isDark();
    expect(afterStart).toBe(theme === 'dark' || (theme === 'system' && prefersDark));

    document.documentElement.classList.toggle('dark', !afterStart);
    window.eval(earlyScript);
    expect(isDark()).toBe(afterStart);
  },
);

it('follows the system while it changes', () => {
  const media = aSystem({ prefersDark: false });
  startTheme();
  expect(isDark()).toBe(false);
  Object.assign(media, { matches: true });
  media.dispatchEvent(new Event('change'));
  expect(isDark()).toBe(true);
});
