import type { ModelDetailDto } from '@gemini-balance/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../components/ui/copy-button';
import { Section } from '../../../components/ui/section';
import { HiddenMark } from '../cells/model-name-cell';
import { SettingLink } from './setting-link';

/** The names by which clients may ask for the model, each ready to be copied and with the setting it comes from. */
export function ModelNames({ model: { id, names } }: { model: ModelDetailDto }) {
  const { t } = useTranslation('models');
  return (
    <Section title={t('detail.names')}>
      <ul className="divide-y rounded-md border">
        <NameRow name={id}>{t('detail.ownName')}</NameRow>
        {names.map(({ name, setting, isPattern, hiddenBy }) => (
          <NameRow key={name} name={name} isPattern={isPattern}>
            <SettingLink name={setting} />
            {isPattern && t('detail.pattern')}
            {hiddenBy !== undefined && <HiddenMark by={hiddenBy} />}
          </NameRow>
        ))}
      </ul>
    </Section>
  );
}

function NameRow({
  name,
  isPattern = false,
  children,
}: {
  name: string;
  isPattern?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('models');
  return (
    <li className="flex items-center gap-2 py-1 pr-1 pl-3">
      <div className="min-w-0 flex-1">
        <div className="font-mono text-[0.8125rem] break-all">{name}</div>
        <div className="flex flex-wrap items-center gap-x-2 text-xs text-soft">{children}</div>
      </div>
      {!isPattern && <CopyButton text={name} label={t('copy', { name })} />}
    </li>
  );
}
