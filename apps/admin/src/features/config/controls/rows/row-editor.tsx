import { Plus, TextCursorInput } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/ui/button';
import { ControlGroup } from '../control-group';
import type { SettingControlProps } from '../control-props';
import { RowButtons } from './row-buttons';
import { withoutRow, withRow, withRowMoved, withRowsAt } from './row-changes';
import { RowsAsText, type RowLines } from './rows-as-text';

interface RowEditorProps<Row> extends Pick<SettingControlProps, 'ids' | 'isDisabled'> {
  rows: readonly Row[];
  change: (rows: readonly Row[]) => void;
  emptyRow: Row;
  /** Whether the order of the rows says something; then they can be moved. */
  isOrdered?: boolean;
  /** What is wrong with a row, in a sentence. */
  problemOf: (row: Row, index: number) => string | undefined;
  lines: RowLines<Row>;
  /** The fields of a row. */
  fields: (row: Row, index: number, edit: (row: Row) => void) => ReactNode;
  /** What stands at the end of a row. */
  rowEnd?: (row: Row, index: number) => ReactNode;
  /** What is said about a row, below it. */
  rowNote?: (row: Row, index: number) => ReactNode;
  /** Further buttons below the rows. */
  buttons?: ReactNode;
}

/** Rows that are added, edited, moved and removed one by one, pasted, or edited together as text. */
export function RowEditor<Row>({ ids, isDisabled, rows, change, lines, ...props }: RowEditorProps<Row>) {
  const { t } = useTranslation('config');
  const [isText, setIsText] = useState(false);
  const [toFocus, setToFocus] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (toFocus === undefined) return;
    list.current?.children[toFocus]?.querySelector('input')?.focus();
    setToFocus(undefined);
  }, [toFocus]);
  const insertAfter = (index: number): void => {
    change(withRowsAt(rows, index, [...rows.slice(index, index + 1), props.emptyRow]));
    setToFocus(index + 1);
  };
  const paste = (index: number, text: string): void => {
    const pasted = lines.fromText(text);
    change(withRowsAt(rows, index, pasted));
    setToFocus(index + pasted.length - 1);
  };
  return (
    <ControlGroup ids={ids}>
      {isText ? (
        <RowsAsText
          rows={rows}
          change={change}
          isDisabled={isDisabled}
          lines={lines}
          label={ids['aria-label']}
        />
      ) : (
        <ul ref={list} className="space-y-2 empty:hidden">
          {rows.map((row, index) => {
            const problem = props.problemOf(row, index);
            return (
              <li
                key={index}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
                  event.preventDefault();
                  insertAfter(index);
                }}
                onPaste={(event) => {
                  const text = event.clipboardData.getData('text');
                  if (!/\n/.test(text.trim())) return;
                  event.preventDefault();
                  paste(index, text);
                }}
              >
                <div className="flex items-start gap-1 max-sm:flex-wrap max-sm:justify-end">
                  <div className="flex min-w-0 flex-1 gap-2 max-sm:basis-full">
                    {props.fields(row, index, (edited) => change(withRow(rows, index, edited)))}
                  </div>
                  {props.rowEnd?.(row, index)}
                  <RowButtons
                    index={index}
                    count={rows.length}
                    isDisabled={isDisabled}
                    isOrdered={props.isOrdered ?? false}
                    onMove={(to) => change(withRowMoved(rows, index, to))}
                    onRemove={() => change(withoutRow(rows, index))}
                  />
                </div>
                {props.rowNote?.(row, index)}
                {problem !== undefined && (
                  <p role="alert" className="text-xs text-invalid">
                    {problem}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {!isText && (
          <Button size="small" disabled={isDisabled} onClick={() => insertAfter(rows.length - 1)}>
            <Plus aria-hidden />
            {t('rows.add')}
          </Button>
        )}
        <Button size="small" variant="quiet" aria-pressed={isText} onClick={() => setIsText(!isText)}>
          <TextCursorInput aria-hidden />
          {t(isText ? 'rows.asRows' : 'rows.asText')}
        </Button>
        {props.buttons}
      </div>
    </ControlGroup>
  );
}
