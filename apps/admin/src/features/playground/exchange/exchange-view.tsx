import { ArrowLeftRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../../components/query-view/notice';
import { LINK } from '../../../components/ui/link-styles';
import { shortened } from '../snippets/shortened';
import { requestIdOf, type Exchange } from './exchange';
import { ExchangeFacts } from './exchange-facts';
import { FrameList } from './frame-list';
import { HeaderList } from './header-list';
import { REQUEST_HEADERS } from './send-call';

/** The browser adds it by itself, and shows it to no script. */
const SESSION_COOKIE = ['cookie', 'gb_session=••••••••'] as const;

/** The request as it was sent, and what came back as it came. */
export function ExchangeView({ exchange }: { exchange: Exchange | undefined }) {
  const { t } = useTranslation('playground');
  if (!exchange)
    return (
      <Notice
        icon={<ArrowLeftRight className="text-soft" aria-hidden />}
        title={t('noExchange.title')}
        text={t('noExchange.text')}
      />
    );
  const { call, head, frames } = exchange;
  const requestId = requestIdOf(exchange);
  return (
    <div className="space-y-4">
      <ExchangeFacts exchange={exchange} />
      <section aria-label={t('request')} className="space-y-2">
        <h3 className="font-semibold">{t('request')}</h3>
        <Line text={`POST ${call.path}`} />
        <HeaderList headers={[...REQUEST_HEADERS, SESSION_COOKIE]} />
        <p className="text-soft">{t('sessionNote')}</p>
        <Block label={t('body')} text={JSON.stringify(shortened(call.body), null, 2)} />
      </section>
      <section aria-label={t('response')} className="space-y-2">
        <h3 className="font-semibold">{t('response')}</h3>
        {head ? (
          <Line text={`${head.status} ${head.statusText}`.trim()} />
        ) : (
          <p className="text-soft">{t('noResponse')}</p>
        )}
        {head && <HeaderList headers={head.headers} />}
        {requestId && (
          <Link
            className={`inline-block ${LINK}`}
            to={`/logs?tab=requests&open=${encodeURIComponent(requestId)}`}
          >
            {t('inLog')}
          </Link>
        )}
        {frames.length > 0 && <FrameList frames={frames} />}
      </section>
    </div>
  );
}

function Line({ text }: { text: string }) {
  return <code className="block font-mono text-[0.8125rem] font-medium break-all">{text}</code>;
}

function Block({ label, text }: { label: string; text: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="max-h-72 overflow-auto rounded-md border bg-canvas p-3 font-mono text-xs break-words whitespace-pre-wrap"
    >
      {text}
    </pre>
  );
}
