import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift';
import { ChevronDown } from 'lucide-react';
import { useEffect, useMemo, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../../lib/cn';
import { Input } from '../../ui/input';
import { MENU_CONTENT } from '../../ui/menu-styles';
import { matchingOptions, type ComboboxOption } from './combobox-option';
import { useFloatingMenu } from './use-floating-menu';

interface ComboboxProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'list' | 'ref'> {
  value: string;
  onChange: (text: string) => void;
  /** Called with the value that was chosen; `onChange` unless given. */
  onPick?: (value: string) => void;
  options: readonly ComboboxOption[];
  /** The name of the list for screen readers. */
  listLabel: string;
}

/** A text field that offers values in a list under it; any other text is allowed, too. */
export function Combobox({
  value,
  onChange,
  onPick = onChange,
  options,
  listLabel,
  className,
  ...input
}: ComboboxProps) {
  const { t } = useTranslation();
  const [isTyped, setIsTyped] = useState(false);
  const items = useMemo(() => matchingOptions(options, isTyped ? value : ''), [options, isTyped, value]);
  const {
    isOpen,
    highlightedIndex,
    closeMenu,
    getInputProps,
    getMenuProps,
    getItemProps,
    getToggleButtonProps,
  } = useCombobox<ComboboxOption>({
    items,
    itemToString: (option) => option?.value ?? '',
    inputId: input.id,
    inputValue: value,
    selectedItem: null,
    stateReducer: keepText,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && onPick(selectedItem.value),
    onIsOpenChange: (change) => !change.isOpen && setIsTyped(false),
  });
  const isShown = isOpen && items.length > 0;
  useClosesOnEscape(isOpen, closeMenu);
  const { inputRef, menuRef, style } = useFloatingMenu(isShown);
  return (
    <span className={cn('relative block', className)}>
      <Input
        autoComplete="off"
        spellCheck={false}
        {...getInputProps({
          ...input,
          ref: inputRef,
          'aria-labelledby': input['aria-labelledby'],
          onChange: (event) => {
            setIsTyped(true);
            onChange(event.currentTarget.value);
          },
        })}
        aria-expanded={isShown}
        className="pr-9 font-mono text-[0.8125rem] placeholder:font-sans"
      />
      <button
        type="button"
        {...getToggleButtonProps({ disabled: input.disabled })}
        aria-label={t('combobox.open')}
        className="absolute inset-y-0 right-0 flex w-9 items-center justify-center text-soft disabled:opacity-55"
      >
        <ChevronDown className="size-4" aria-hidden />
      </button>
      <ul
        {...getMenuProps({ ref: menuRef, 'aria-label': listLabel })}
        popover="manual"
        style={style}
        className={cn(MENU_CONTENT, 'inset-auto m-0 overflow-y-auto text-ink')}
      >
        {isShown &&
          items.map((item, index) => (
            <li
              key={item.value}
              {...getItemProps({ item, index })}
              className={cn(
                'flex cursor-default items-baseline gap-3 rounded px-2 py-1.5',
                index === highlightedIndex && 'bg-hover',
              )}
            >
              <span className="min-w-0 flex-1 font-mono text-[0.8125rem] break-all">{item.value}</span>
              {item.note !== undefined && <span className="shrink-0 text-xs text-soft">{item.note}</span>}
            </li>
          ))}
      </ul>
    </span>
  );
}

/** What was typed stays: leaving the field chooses nothing, and Escape empties nothing. */
function keepText(
  state: UseComboboxState<ComboboxOption>,
  { type, changes }: UseComboboxStateChangeOptions<ComboboxOption>,
): Partial<UseComboboxState<ComboboxOption>> {
  const { InputBlur, InputKeyDownEscape } = useCombobox.stateChangeTypes;
  if (type !== InputBlur && type !== InputKeyDownEscape) return changes;
  return { ...state, isOpen: false, highlightedIndex: -1 };
}

/** Escape closes the list alone, and not the dialog that the field may stand in. */
function useClosesOnEscape(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isOpen, close]);
}
