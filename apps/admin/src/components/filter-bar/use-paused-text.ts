import { useCallback, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 250;

/**
 * What is typed into a filter. It is reported, without blanks around it, after a short pause; undefined for nothing.
 * @param value the filter as it holds
 * @returns what the field shows, what is called when something is typed, and what reports a text at once
 */
export function usePausedText(
  value: string,
  onChange: (text: string | undefined) => void,
): [typed: string, type: (text: string) => void, choose: (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const reported = useRef(value);
  const onReport = useRef(onChange);

  useEffect(() => {
    onReport.current = onChange;
  });

  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setTyped(value);
  }, [value]);

  const report = useCallback((text: string): void => {
    const trimmed = text.trim();
    if (trimmed === reported.current) return;
    reported.current = trimmed;
    onReport.current(trimmed || undefined);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => report(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, report]);

  const choose = (text: string): void => {
    setTyped(text);
    report(text);
  };
  return [typed, setTyped, choose];
}
