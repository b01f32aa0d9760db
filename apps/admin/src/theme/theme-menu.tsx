import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../components/ui/choice-menu';
import { chooseTheme, THEMES, useTheme, type Theme } from './theme-store';

const ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

/** Switches between light, dark and the system's theme. */
export function ThemeMenu() {
  const { t } = useTranslation('frame');
  const theme = useTheme();
  const Icon = ICONS[theme];
  return (
    <ChoiceMenu<Theme>
      label={t('theme.label')}
      icon={<Icon aria-hidden />}
      choices={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      value={theme}
      onChoose={chooseTheme}
    />
  );
}
