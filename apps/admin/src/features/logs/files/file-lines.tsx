import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface FileLinesProps {
  label: string;
  lines: readonly string[];
  /** Only lines that hold it are shown. */
  text: string | undefined;
}

/** Lines of a file, the newest at the end, which stays in view while nobody scrolls up. */
export function FileLines({ label, lines, text = '' }: FileLinesProps) {
  const { t } = useTranslation('logs');
  const box = useRef<HTMLPreElement>(null);
  const isAtEnd = useRef(true);
  const sought = text.toLowerCase();
  const shown = lines.filter((line) => line.toLowerCase().includes(sought)).join('\n');
  useLayoutEffect(() => {
    if (box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [shown]);
  return (
    <pre
      ref={box}
      tabIndex={0}
      aria-label={label}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 8;
      }}
      className="min-h-80 flex-1 basis-0 overflow-auto rounded-lg border bg-surface p-3 text-xs"
    >
      {shown || t('file.noLine')}
    </pre>
  );
}
