import { usePausedText } from '../filter-bar/use-paused-text';
import { ModelCombobox } from './model-combobox';
import type { ModelChoice } from './use-model-options';

interface ModelFilterProps extends ModelChoice {
  label: string;
  value: string | undefined;
  /** Undefined for any model. */
  onChange: (model: string | undefined) => void;
}

/** Narrows a list to what is about one model. */
export function ModelFilter({ label, value = '', onChange, ...choice }: ModelFilterProps) {
  const [typed, type, choose] = usePausedText(value, onChange);
  return (
    <ModelCombobox
      {...choice}
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={typed}
      onChange={type}
      onPick={choose}
      className="min-w-40 flex-1 sm:max-w-52"
    />
  );
}
