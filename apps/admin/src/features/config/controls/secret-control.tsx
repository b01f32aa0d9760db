import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Input } from '../../../components/ui/input';
import { Textarea } from '../../../components/ui/textarea';
import { linesOf } from '../../../lib/lines-of';
import type { SettingControlProps } from './control-props';

/** A credential, or several: the present ones are shown by their ends, and replaced by what is typed. */
export function SecretControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const isList = setting.kind === 'secret-list';
  const placeholder = setting.masked?.join(isList ? '\n' : '') || t('value.none');
  if (isList)
    return (
      <Textarea
        {...ids}
        autoComplete="off"
        spellCheck={false}
        className="font-mono text-[0.8125rem]"
        placeholder={placeholder}
        disabled={isDisabled}
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={(event) => onChange(linesOf(event.target.value))}
      />
    );
  return (
    <span className="flex gap-2">
      <Input
        {...ids}
        type="password"
        autoComplete="new-password"
        placeholder={placeholder}
        disabled={isDisabled}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.target.value)}
      />
      {setting.isSet && !isDisabled && <Button onClick={() => onChange('')}>{t('takeAway')}</Button>}
    </span>
  );
}
