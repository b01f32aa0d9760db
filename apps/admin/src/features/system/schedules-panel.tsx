import type { ScheduleDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../components/query-view/query-view';
import { TimeAgo } from '../../components/time-ago';
import { Button } from '../../components/ui/button';
import { Panel } from '../../components/ui/panel';
import { Skeleton } from '../../components/ui/skeleton';
import type { Texts } from '../../locales/load-texts';
import { useSentence } from '../../locales/use-sentence';
import { scheduleAnchor } from './schedule-anchor';
import { systemQueries } from './system-queries';
import { useRunSchedule } from './system-mutations';

/** What is done at fixed times: when last, with what result, and when next. */
export function SchedulesPanel() {
  const { t } = useTranslation('system');
  return (
    <Panel title={t('schedules.title')}>
      <QueryView
        query={useQuery(systemQueries.schedules())}
        skeleton={<Skeleton className="h-[48rem]" />}
        isEmpty={({ items }) => items.length === 0}
        empty={<p className="text-soft">{t('schedules.none')}</p>}
      >
        {({ items }) => (
          <ul className="divide-y">
            {items.map((schedule) => (
              <ScheduleItem key={schedule.name} schedule={schedule} />
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}

function ScheduleItem({ schedule }: { schedule: ScheduleDto }) {
  const { t, i18n } = useTranslation('system');
  const run = useRunSchedule();
  const summaryOf = useSummary();
  const resultOf = useResult();
  const Icon = schedule.hasFailed ? CircleX : CircleCheck;
  const next =
    schedule.nextAtMs === undefined
      ? t('schedules.off')
      : t('schedules.next', { time: new Date(schedule.nextAtMs).toLocaleString(i18n.language) });
  return (
    <li
      id={scheduleAnchor(schedule.name)}
      className="flex scroll-my-24 flex-wrap items-start justify-between gap-x-2 py-2.5 target:bg-accent-tint"
    >
      <div className="min-w-0 flex-1">
        <div className="font-medium">{summaryOf(schedule)}</div>
        <div className="text-soft">
          <code className="font-mono text-xs">{schedule.name}</code> · {next}
        </div>
      </div>
      <Button
        size="small"
        disabled={schedule.isRunning || run.isPending}
        onClick={() => run.mutate(schedule.name)}
      >
        <Play aria-hidden />
        {t(schedule.isRunning || run.isPending ? 'schedules.running' : 'schedules.run')}
        <span className="sr-only">: {schedule.name}</span>
      </Button>
      {schedule.lastResult && (
        <div className="flex basis-full items-start gap-1.5">
          <Icon
            className={`mt-0.5 size-4 shrink-0 ${schedule.hasFailed ? 'text-invalid' : 'text-ready'}`}
            aria-label={t(schedule.hasFailed ? 'failed' : 'worked')}
            role="img"
          />
          <span className="min-w-0 break-words">
            {resultOf(schedule)} · <TimeAgo atMs={schedule.lastEndedAtMs} />
          </span>
        </div>
      )}
    </li>
  );
}

type KnownSchedule = keyof Texts['system']['schedules']['summary'];

/** What came of the last run; why it failed is said by whatever failed. */
function useResult(): (schedule: ScheduleDto) => string {
  const sentence = useSentence('schedules');
  return ({ lastResult: message = '', lastResultCode: code, lastResultValues: values = {} }) =>
    code === undefined ? message : sentence({ code, values, message });
}

/** What a task does; one that this dashboard does not know speaks for itself. */
function useSummary(): (schedule: ScheduleDto) => string {
  const { t, i18n } = useTranslation('system');
  const isKnown = (name: string): name is KnownSchedule =>
    i18n.exists(`schedules.summary.${name}`, { ns: 'system' });
  return ({ name, summary }) => (isKnown(name) ? t(`schedules.summary.${name}`) : summary);
}
