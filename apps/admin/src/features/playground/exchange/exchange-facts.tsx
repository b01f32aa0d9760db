import { useTranslation } from 'react-i18next';
import type { Usage } from '../protocols/chat';
import { PROTOCOLS } from '../protocols/protocols';
import type { Exchange } from './exchange';
import { Milliseconds } from './milliseconds';

/** How long it took, and what it cost. */
export function ExchangeFacts({ exchange }: { exchange: Exchange }) {
  const { t, i18n } = useTranslation('playground');
  const count = new Intl.NumberFormat(i18n.language);
  const { inputTokens, outputTokens, thinkingTokens } = usageOf(exchange);
  const { isStream } = exchange.call;
  const facts = [
    [
      'firstToken',
      isStream && exchange.firstTokenMs !== undefined && <Milliseconds ms={exchange.firstTokenMs} />,
    ],
    ['total', exchange.totalMs !== undefined && <Milliseconds ms={exchange.totalMs} />],
    ['inputTokens', inputTokens !== undefined && count.format(inputTokens)],
    ['outputTokens', outputTokens !== undefined && count.format(outputTokens)],
    ['thinkingTokens', thinkingTokens !== undefined && count.format(thinkingTokens)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-5">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-soft">{t(`fact.${name}`)}</dt>
          <dd className="font-medium">{value === false ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Usage comes late in a stream, and the last one counts. */
function usageOf({ call, frames }: Exchange): Usage {
  let usage: Usage = {};
  for (const { data } of frames) {
    if (data === undefined || !data.includes('usage')) continue;
    try {
      usage = { ...usage, ...PROTOCOLS[call.protocol].read(JSON.parse(data)).usage };
    } catch {
      // No JSON tells of no usage.
    }
  }
  return usage;
}
