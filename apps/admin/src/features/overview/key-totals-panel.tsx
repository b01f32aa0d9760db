import { KEY_STATES, type KeyTotalsDto } from '@gemini-balance/shared';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../components/query-view/notice';
import { StateMark } from '../../components/state-mark';
import { LINK } from '../../components/ui/link-styles';
import { Panel } from '../../components/ui/panel';
import { KeyTotalsBar } from './key-totals-bar';

/** How many keys stand in each state; each number leads to the list behind it. */
export function KeyTotalsPanel({ totals }: { totals: KeyTotalsDto }) {
  const { t, i18n } = useTranslation('overview');
  const count = new Intl.NumberFormat(i18n.language);
  const tile = 'block h-full rounded-md border px-3 py-2 hover:bg-hover';
  const number = 'block text-2xl font-semibold';
  if (totals.total === 0) return <NoKeys />;
  return (
    <Panel title={t('keys')}>
      <KeyTotalsBar totals={totals} />
      <ul className="mt-3 grid grid-cols-2 gap-2 sm:grid-cols-5">
        {KEY_STATES.map((state) => (
          <li key={state}>
            <Link to={`/keys?state=${state}`} className={tile}>
              <StateMark state={state} />
              <span className={number}>{count.format(totals[state])}</span>
            </Link>
          </li>
        ))}
        <li className="max-sm:col-span-2">
          <Link to="/keys" className={tile}>
            <span className="block font-medium text-soft">{t('total')}</span>
            <span className={number}>{count.format(totals.total)}</span>
          </Link>
        </li>
      </ul>
    </Panel>
  );
}

function NoKeys() {
  const { t } = useTranslation('overview');
  return (
    <Panel title={t('keys')}>
      <Notice
        icon={<KeyRound className="text-soft" aria-hidden />}
        title={t('empty.title')}
        text={t('empty.text')}
      >
        <Link to="/keys" className={`font-medium ${LINK}`}>
          {t('empty.action')}
        </Link>
      </Notice>
    </Panel>
  );
}
