import type { SettingsDto } from '@gemini-balance/shared';
import { Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../locales/use-sentence';

/** What the gateway has to say about its settings: stored values that are wrong, names that look mistyped. */
export function SettingNotes({ settings: { problems, notices } }: { settings: SettingsDto }) {
  const { t } = useTranslation('config');
  const sentence = useSentence('settings');
  const notes = [
    ...problems.map((note) => ({ ...note, isProblem: true })),
    ...notices.map((note) => ({ ...note, isProblem: false })),
  ];
  if (notes.length === 0) return null;
  return (
    <ul aria-label={t('notes')} className="mb-3 space-y-1 rounded-lg border bg-surface px-4 py-3">
      {notes.map(({ isProblem, ...note }) => (
        <li key={`${note.name} ${note.message}`} className="flex items-start gap-2">
          {isProblem ? (
            <TriangleAlert className="mt-0.5 size-4 shrink-0 text-invalid" aria-hidden />
          ) : (
            <Info className="mt-0.5 size-4 shrink-0 text-soft" aria-hidden />
          )}
          <span className="min-w-0 break-words" title={isProblem ? note.message : undefined}>
            <code className="font-mono text-[0.8125rem]">{note.name}</code> {sentence(note)}
          </span>
        </li>
      ))}
    </ul>
  );
}
