import { TAIL_KINDS, TAIL_LEVELS, type TailKind, type TailLevel } from '@gemini-balance/shared';
import { Pause, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../../components/filter-bar/search-filter';
import { SelectFilter } from '../../../components/filter-bar/select-filter';
import { Button } from '../../../components/ui/button';
import { cn } from '../../../lib/cn';
import { LogTime } from '../log-cells';
import { useTail, type NumberedEvent } from './use-tail';

/** What happens, while it happens. */
export function LiveTab() {
  const { t } = useTranslation('logs');
  const [kind, setKind] = useState<TailKind>();
  const [level, setLevel] = useState<TailLevel>();
  const [text, setText] = useState<string>();
  const [isPaused, setIsPaused] = useState(false);
  const filter = useMemo(() => ({ ...(kind && { kinds: [kind] }), level, text }), [kind, level, text]);
  const { events, isConnected, clear } = useTail(filter, isPaused);
  const state = isPaused ? 'paused' : isConnected ? 'connected' : 'connecting';
  return (
    <>
      <FilterBar count={0} onClear={clear}>
        <SelectFilter
          label={t('live.kind')}
          anyLabel={t('live.anyKind')}
          choices={TAIL_KINDS.map((value) => ({ value, label: t(`live.kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <SelectFilter
          label={t('live.level')}
          anyLabel={t('live.anyLevel')}
          choices={TAIL_LEVELS.map((value) => ({ value, label: value }))}
          value={level}
          onChange={setLevel}
        />
        <SearchFilter label={t('filter.text')} value={text} onChange={setText} />
        <Button onClick={() => setIsPaused(!isPaused)}>
          {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          {t(isPaused ? 'live.goOn' : 'live.pause')}
        </Button>
        <Button onClick={clear}>{t('live.clear')}</Button>
        <span role="status" className="text-soft">
          {t(`live.${state}`)}
        </span>
      </FilterBar>
      <div
        role="log"
        aria-label={t('tab.live')}
        tabIndex={0}
        className="min-h-80 flex-1 basis-0 overflow-y-auto rounded-lg border bg-surface font-mono text-[0.8125rem]"
      >
        {events.length === 0 && <p className="p-4 font-sans text-soft">{t('live.nothing')}</p>}
        {events.map((event) => (
          <TailLine key={event.number} event={event} />
        ))}
      </div>
    </>
  );
}

function TailLine({ event }: { event: NumberedEvent }) {
  const { t } = useTranslation('logs');
  const isBad = event.level === 'error' || event.level === 'fatal' || event.level === 'warn';
  const words = [
    event.method,
    event.route,
    event.model,
    event.status,
    event.type,
    event.errorCode,
    event.message,
  ];
  return (
    <div className="flex flex-wrap gap-x-3 border-b px-3 py-1 last:border-b-0">
      <LogTime atMs={event.timeMs} />
      <span className={cn('w-12', isBad ? 'text-invalid' : 'text-soft')}>{event.level}</span>
      <span className="text-accent-text">{t(`live.kinds.${event.kind}`)}</span>
      <span className="min-w-0 flex-1 break-words">
        {words.filter((word) => word !== undefined).join(' ')}
      </span>
    </div>
  );
}
