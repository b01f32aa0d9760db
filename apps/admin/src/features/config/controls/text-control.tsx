import { useId } from 'react';
import { Input } from '../../../components/ui/input';
import type { SettingControlProps } from './control-props';

/** A line of text, with values worth offering. */
export function TextControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const listId = useId();
  const { suggestions = [] } = setting;
  return (
    <>
      <Input
        {...ids}
        type={setting.kind === 'url' ? 'url' : 'text'}
        list={suggestions.length > 0 ? listId : undefined}
        disabled={isDisabled}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
