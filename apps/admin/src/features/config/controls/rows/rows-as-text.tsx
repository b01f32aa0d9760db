import { useState } from 'react';
import { Textarea } from '../../../../components/ui/textarea';

/** How rows are written as lines of text, for many at once. */
export interface RowLines<Row> {
  toText: (rows: readonly Row[]) => string;
  fromText: (text: string) => Row[];
  placeholder: string;
}

interface RowsAsTextProps<Row> {
  rows: readonly Row[];
  change: (rows: readonly Row[]) => void;
  isDisabled: boolean;
  lines: RowLines<Row>;
  label: string | undefined;
}

/** All rows as lines of one text, for pasting and editing many. */
export function RowsAsText<Row>({ rows, change, isDisabled, lines, label }: RowsAsTextProps<Row>) {
  const [typed, setTyped] = useState(() => lines.toText(rows));
  const isTyped = lines.toText(lines.fromText(typed)) === lines.toText(rows);
  return (
    <Textarea
      aria-label={label}
      className="font-mono text-[0.8125rem]"
      rows={Math.min(16, Math.max(4, rows.length + 1))}
      spellCheck={false}
      placeholder={lines.placeholder}
      disabled={isDisabled}
      value={isTyped ? typed : lines.toText(rows)}
      onChange={(event) => {
        setTyped(event.target.value);
        change(lines.fromText(event.target.value));
      }}
    />
  );
}
