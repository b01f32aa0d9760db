import { TAIL_KINDS, TAIL_LEVELS } from '@gemini-balance/shared';
import { Pause, Play } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../../components/filter-bar/search-filter';
import { SelectFilter } from '../../../components/filter-bar/select-filter';
import { Button } from '../../../components/ui/button';
import type { UrlFilters } from '../../../lib/use-url-filters';
import type { LOG_FILTERS } from '../narrowing/log-filters';
import { useOpenedRequest } from '../use-opened-request';
import { TailLine } from './tail-line';
import { useTail, type NumberedEvent } from './use-tail';

/** What happens, while it happens. */
export function LiveTab({ state: { filters, change } }: { state: UrlFilters<typeof LOG_FILTERS> }) {
  const { t } = useTranslation('logs');
  const { kind, level, text } = filters;
  /** What was on show when it was paused; what comes then waits. */
  const [paused, setPaused] = useState<readonly NumberedEvent[]>();
  const filter = useMemo(() => ({ ...(kind && { kinds: [kind] }), level, text }), [kind, level, text]);
  const { events, leftOut, isConnected, clear } = useTail(filter);
  const onText = useCallback((typed: string | undefined) => change({ text: typed }), [change]);
  const { open } = useOpenedRequest();
  const shown = paused ?? events;
  const waiting = (events[0]?.number ?? 0) - (shown[0]?.number ?? 0);
  const connection = paused ? 'paused' : isConnected ? 'connected' : 'connecting';
  const empty = (): void => {
    clear();
    setPaused(paused && []);
  };
  return (
    <>
      <FilterBar
        count={[kind, level, text].filter((value) => value !== undefined).length}
        onClear={() => change({ kind: undefined, level: undefined, text: undefined })}
        first={
          <>
            <Button onClick={() => setPaused(paused ? undefined : events)}>
              {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
              {t(paused ? 'live.goOn' : 'live.pause')}
            </Button>
            <Button onClick={empty}>{t('live.clear')}</Button>
          </>
        }
      >
        <SelectFilter
          label={t('live.kind')}
          anyLabel={t('live.anyKind')}
          choices={TAIL_KINDS.map((value) => ({ value, label: t(`live.kinds.${value}`) }))}
          value={kind}
          onChange={(chosen) => change({ kind: chosen })}
        />
        <SelectFilter
          label={t('live.level')}
          anyLabel={t('live.anyLevel')}
          choices={TAIL_LEVELS.map((value) => ({ value, label: value }))}
          value={level}
          onChange={(chosen) => change({ level: chosen })}
        />
        <SearchFilter label={t('filter.text')} value={text} onChange={onText} />
      </FilterBar>
      <p role="status" className="mb-2 flex flex-wrap gap-x-3 text-soft">
        <span>{t(`live.${connection}`)}</span>
        {paused && waiting > 0 && <span>{t('live.waiting', { count: waiting })}</span>}
        {leftOut > 0 && <span className="text-resting">{t('live.left', { count: leftOut })}</span>}
      </p>
      <div
        role="log"
        aria-label={t('tab.live')}
        tabIndex={0}
        className="min-h-80 flex-1 basis-0 overflow-y-auto rounded-lg border bg-surface font-mono text-[0.8125rem]"
      >
        {shown.length === 0 && <p className="p-4 font-sans text-soft">{t('live.nothing')}</p>}
        {shown.map((event) => (
          <TailLine key={event.number} event={event} onOpen={open} />
        ))}
      </div>
    </>
  );
}
