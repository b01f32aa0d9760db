import type { SettingsDto } from '@gemini-balance/shared';
import { Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What the gateway has to say about its settings: stored values that are wrong, names that look mistyped. */
export function SettingNotes({ settings: { problems, notices } }: { settings: SettingsDto }) {
  const { t } = useTranslation('config');
  const notes = [
    ...problems.map((note) => ({ ...note, isProblem: true })),
    ...notices.map((note) => ({ ...note, isProblem: false })),
  ];
  if (notes.length === 0) return null;
  return (
    <ul aria-label={t('notes')} className="mb-3 space-y-1 rounded-lg border bg-surface px-4 py-3">
      {notes.map(({ name, message, isProblem }) => (
        <li key={`${name} ${message}`} className="flex items-start gap-2">
          {isProblem ? (
            <TriangleAlert className="mt-0.5 size-4 shrink-0 text-invalid" aria-hidden />
          ) : (
            <Info className="mt-0.5 size-4 shrink-0 text-soft" aria-hidden />
          )}
          <span className="min-w-0 break-words">
            <code className="font-mono text-[0.8125rem]">{name}</code> {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
