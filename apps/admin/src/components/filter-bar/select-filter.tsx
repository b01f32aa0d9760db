import { Select } from '../ui/select';

interface SelectFilterProps<Value extends string> {
  label: string;
  /** What the choice of no value says, such as "Any kind". */
  anyLabel: string;
  choices: readonly { value: Value; label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** Narrows a list to one of a few values. A value that is no longer offered stays on show until another is chosen. */
export function SelectFilter<Value extends string>({
  label,
  anyLabel,
  choices,
  value,
  onChange,
}: SelectFilterProps<Value>) {
  const isOffered = value === undefined || choices.some((choice) => choice.value === value);
  const offered = isOffered ? choices : [...choices, { value, label: value }];
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      className="max-w-48 max-sm:max-w-none max-sm:flex-1 max-sm:basis-36"
      onChange={(event) => onChange(offered.find((choice) => choice.value === event.target.value)?.value)}
    >
      <option value="">{anyLabel}</option>
      {offered.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
