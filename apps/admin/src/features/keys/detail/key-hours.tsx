import type { KeyDetailDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/ui/section';

/** The calls of each of the last 24 hours as bars, the failed ones at their foot. Each bar says its numbers. */
export function KeyHours({ hours }: { hours: KeyDetailDto['byHour'] }) {
  const { t, i18n } = useTranslation('keys');
  const most = Math.max(1, ...hours.map((hour) => hour.calls));
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' });
  const [first, last] = [hours[0], hours.at(-1)];
  const told = (hour: (typeof hours)[number]): string =>
    `${clock.format(hour.hourMs)}: ${t('day.calls', { count: hour.calls, calls: hour.calls })}, ${t('failuresNow', { count: hour.failures })}`;
  return (
    <Section title={t('detail.hours')}>
      <ol aria-label={t('detail.hours')} className="flex h-24 items-end gap-0.5 border-b">
        {hours.map((hour) => (
          <li
            key={hour.hourMs}
            title={told(hour)}
            className="flex h-full flex-1 flex-col justify-end hover:bg-hover"
          >
            <span className="sr-only">{told(hour)}</span>
            <span
              className="rounded-t-sm bg-ready"
              style={{ height: `${((hour.calls - hour.failures) / most) * 100}%` }}
            />
            <span className="bg-invalid" style={{ height: `${(hour.failures / most) * 100}%` }} />
          </li>
        ))}
      </ol>
      <div className="mt-1 flex justify-between text-xs text-soft">
        <span>{first && clock.format(first.hourMs)}</span>
        <span>{t('detail.most', { count: most })}</span>
        <span>{last && clock.format(last.hourMs)}</span>
      </div>
    </Section>
  );
}
