import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../components/ui/copy-button';
import type { Frame } from './exchange';
import { Milliseconds } from './milliseconds';

/** Pictures make frames of megabytes; so much of one is shown. */
const SHOWN = 2_000;

/** What came, frame by frame, each with the time since the request was sent. */
export function FrameList({ frames }: { frames: readonly Frame[] }) {
  const { t } = useTranslation('playground');
  return (
    <div>
      <div className="flex items-center justify-between gap-2">
        <h4 className="font-medium">{t('frames', { count: frames.length })}</h4>
        <CopyButton text={frames.map(({ text }) => text).join('\n\n')} label={t('copyFrames')} />
      </div>
      <ol
        tabIndex={0}
        aria-label={t('frames', { count: frames.length })}
        className="max-h-96 overflow-auto rounded-md border bg-canvas"
      >
        {frames.map((frame, index) => (
          <FrameRow key={index} frame={frame} />
        ))}
      </ol>
    </div>
  );
}

const FrameRow = memo(function FrameRow({ frame: { atMs, text } }: { frame: Frame }) {
  return (
    <li className="flex gap-3 border-b px-3 py-1.5 font-mono text-xs last:border-b-0 [content-visibility:auto]">
      <span className="w-14 shrink-0 text-end text-soft">
        <Milliseconds ms={atMs} />
      </span>
      <span className="min-w-0 break-all whitespace-pre-wrap">
        {text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length})` : text}
      </span>
    </li>
  );
});
