// A scenario's result as a section of Markdown, readable in a terminal as it is.

/** @param {{ head: string[], rows: string[][], bars: import('./bars.mjs').Bar[], notes?: string[] }} result */
export function section(title, { head, rows, bars, notes = [] }, commit) {
  const barRows = bars.map(({ what, figure, limit, verdict }) => [what, figure, limit, verdict]);
  const parts = [`## ${title}`, table(head, rows)];
  if (bars.length > 0) parts.push(table(['', 'figure', 'bar', ''], barRows));
  parts.push(...notes, `Measured at ${commit}.`);
  return parts.join('\n\n');
}

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => [...row[column]].length)));
  const line = (cells) => `| ${cells.map((cell, column) => pad(cell, widths[column], column)).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function pad(cell, width, column) {
  const filling = ' '.repeat(width - [...cell].length);
  return column === 0 ? cell + filling : filling + cell;
}
