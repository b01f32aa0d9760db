import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../components/ui/copy-button';
import { Segmented } from '../../../components/ui/segmented';
import type { ChatCall } from '../protocols/chat';
import { shortened } from './shortened';
import { SNIPPET_KINDS, toSnippet, type SnippetKind } from './snippet';
import { TOKEN_PLACEHOLDER } from './token-placeholder';

const NAMES: Readonly<Record<SnippetKind, string>> = {
  curl: 'curl',
  python: 'Python',
  typescript: 'TypeScript',
};

/** A program for one request. It is shown with pictures cut, and copied whole. */
export function SnippetView({ call }: { call: ChatCall }) {
  const { t } = useTranslation('playground');
  const [kind, setKind] = useState<SnippetKind>('curl');
  const { origin } = window.location;
  const shown = { ...call, body: shortened(call.body) as ChatCall['body'] };
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label={t('language')}
          choices={SNIPPET_KINDS.map((value) => ({ value, label: NAMES[value] }))}
          value={kind}
          onChange={setKind}
        />
        <CopyButton text={() => Promise.resolve(toSnippet(kind, call, origin))} label={t('copyCode')} />
      </div>
      <p className="text-soft">
        {t('tokenNote')} <code className="font-mono text-[0.8125rem]">{TOKEN_PLACEHOLDER}</code>
      </p>
      <pre
        tabIndex={0}
        aria-label={NAMES[kind]}
        className="max-h-[32rem] overflow-auto rounded-md border bg-canvas p-3 font-mono text-xs"
      >
        {toSnippet(kind, shown, origin)}
      </pre>
    </div>
  );
}
