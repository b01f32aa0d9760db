import type { ModelNameDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../components/ui/copy-button';
import { Section } from '../../../components/ui/section';
import { HiddenMark } from '../cells/model-name-cell';
import { SettingLink } from './setting-link';

/** The names beside its own by which clients may ask for the model, each with the setting it comes from. */
export function ModelNames({ names }: { names: readonly ModelNameDto[] }) {
  const { t } = useTranslation('models');
  return (
    <Section title={t('detail.names')}>
      {names.length === 0 && <p className="text-soft">{t('detail.noNames')}</p>}
      <ul className="divide-y rounded-md border empty:hidden">
        {names.map(({ name, setting, isPattern, hiddenBy }) => (
          <li key={name} className="flex items-center gap-2 py-1 pr-1 pl-3">
            <div className="min-w-0 flex-1">
              <div className="font-mono text-[0.8125rem] break-all">{name}</div>
              <div className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
                <SettingLink name={setting} />
                {isPattern && t('detail.pattern')}
                {hiddenBy !== undefined && <HiddenMark by={hiddenBy} />}
              </div>
            </div>
            {!isPattern && <CopyButton text={name} label={t('copy', { name })} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
