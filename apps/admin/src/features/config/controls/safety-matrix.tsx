import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/ui/select';

export interface SafetyTableProps {
  rows: readonly { category: string; label: string; threshold: string }[];
  /** The empty threshold leaves a category to upstream. */
  thresholds: readonly { threshold: string; label: string }[];
  isDisabled: boolean;
  choose: (category: string, threshold: string) => void;
}

/** Categories by thresholds, with one choice in each row. */
export function SafetyMatrix({ rows, thresholds, isDisabled, choose }: SafetyTableProps) {
  const { t } = useTranslation('config');
  const id = useId();
  return (
    <table className="w-full rounded-md border">
      <thead className="border-b bg-canvas text-xs text-soft">
        <tr>
          <th scope="col" className="px-3 py-2 text-start font-medium">
            {t('safety.category')}
          </th>
          {thresholds.map(({ threshold, label }) => (
            <th key={threshold} scope="col" className="w-[14%] px-2 py-2 text-center font-medium">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {rows.map((row) => (
          <tr key={row.category}>
            <th scope="row" className="px-3 py-2 text-start font-normal">
              {row.label}
            </th>
            {thresholds.map(({ threshold, label }) => (
              <td key={threshold} className="text-center">
                <label className="flex cursor-pointer justify-center py-2 hover:bg-hover">
                  <input
                    type="radio"
                    className="size-4 accent-accent"
                    name={`${id} ${row.category}`}
                    aria-label={`${row.label}: ${label}`}
                    disabled={isDisabled}
                    checked={row.threshold === threshold}
                    onChange={() => choose(row.category, threshold)}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same where there is no room for a table. */
export function SafetySelects({ rows, thresholds, isDisabled, choose }: SafetyTableProps) {
  return rows.map((row) => (
    <label
      key={row.category}
      className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_14rem]"
    >
      <span>{row.label}</span>
      <Select
        className="w-full"
        disabled={isDisabled}
        value={row.threshold}
        onChange={(event) => choose(row.category, event.target.value)}
      >
        {thresholds.map(({ threshold, label }) => (
          <option key={threshold} value={threshold}>
            {label}
          </option>
        ))}
      </Select>
    </label>
  ));
}
