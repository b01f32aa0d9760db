import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/ui/button';
import { Input } from '../../../../components/ui/input';
import { Textarea } from '../../../../components/ui/textarea';
import { linesOf } from '../../../../lib/lines-of';
import type { SettingControlProps } from '../control-props';
import { textsOf } from '../texts-of';
import { TokenGenerator } from './token-generator';

/** A credential, or several: the present ones are shown by their ends, and replaced by what is typed or made up. */
export function SecretControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const isList = setting.kind === 'secret-list';
  const shared = {
    ...ids,
    placeholder: setting.masked?.join(isList ? '\n' : '') || t('value.none'),
    disabled: isDisabled,
  };
  if (isList)
    return (
      <Textarea
        {...shared}
        autoComplete="off"
        spellCheck={false}
        className="font-mono text-[0.8125rem]"
        value={textsOf(value).join('\n')}
        onChange={(event) => onChange(linesOf(event.target.value))}
      />
    );
  return (
    <div className="space-y-2">
      <span className="flex gap-2">
        <Input
          {...shared}
          type="password"
          autoComplete="new-password"
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
        {setting.isSet && !isDisabled && <Button onClick={() => onChange('')}>{t('takeAway')}</Button>}
      </span>
      {!isDisabled && <TokenGenerator onGenerate={onChange} />}
    </div>
  );
}
