import { X } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { linesOf } from '../../../lib/lines-of';
import { Combobox } from './combobox';
import type { ComboboxOption } from './combobox-option';

interface ListComboboxProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  options: readonly ComboboxOption[];
  /** The name of the list of options for screen readers. */
  listLabel: string;
  placeholder?: string;
  isDisabled?: boolean;
  onBlur?: () => void;
  /** Ties the field to its label and to what is said about it. */
  ids: {
    id: string;
    'aria-describedby'?: string | undefined;
    'aria-invalid': boolean;
    'aria-label'?: string;
  };
}

/** A list of distinct texts: those that are in it, each with a button that takes it out, and a field that offers more. */
export function ListCombobox({
  value,
  onChange,
  options,
  isDisabled = false,
  onBlur,
  ids,
  ...rest
}: ListComboboxProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const add = (text: string): void => {
    setTyped('');
    const added = linesOf(text).filter((item) => !value.includes(item));
    if (added.length > 0) onChange([...value, ...new Set(added)]);
  };
  const remove = (item: string): void => {
    onChange(value.filter((other) => other !== item));
    box.current?.querySelector('input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isPicking = event.currentTarget.getAttribute('aria-activedescendant') !== '';
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
    if (event.key !== ',' && (event.key !== 'Enter' || isPicking)) return;
    if (event.key === ',' || typed !== '') event.preventDefault();
    add(typed);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text');
    if (linesOf(pasted).length < 2) return;
    event.preventDefault();
    add(`${typed}${pasted}`);
  };
  return (
    <div ref={box} className="space-y-2">
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={ids['aria-label']}>
          {value.map((item) => (
            <li
              key={item}
              className="flex max-w-full items-center rounded-md border bg-canvas pl-2 font-mono text-[0.8125rem]"
            >
              <span className="min-w-0 break-all">{item}</span>
              <button
                type="button"
                aria-label={t('combobox.remove', { item })}
                disabled={isDisabled}
                onClick={() => remove(item)}
                className="flex size-7 shrink-0 items-center justify-center rounded text-soft enabled:hover:bg-hover enabled:hover:text-ink disabled:opacity-55"
              >
                <X className="size-3.5" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        {...rest}
        {...ids}
        value={typed}
        onChange={setTyped}
        onPick={add}
        options={options.filter((option) => !value.includes(option.value))}
        disabled={isDisabled}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          add(typed);
          onBlur?.();
        }}
      />
    </div>
  );
}
