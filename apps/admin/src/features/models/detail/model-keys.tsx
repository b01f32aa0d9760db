import type { KeyState, ModelDetailDto, ModelKeysDto } from '@gemini-balance/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Countdown } from '../../../components/countdown';
import { StateMark } from '../../../components/state-mark';
import { LINK } from '../../../components/ui/link-styles';
import { Section } from '../../../components/ui/section';
import { useReasonText } from '../../../locales/use-reason-text';

/** How many keys of each kind can be used for the model, and why the others cannot. */
export function ModelKeys({ model }: { model: ModelDetailDto }) {
  const { t } = useTranslation('models');
  return (
    <Section title={t('detail.keys')}>
      <div className="space-y-3">
        {model.keys.map((keys) => (
          <KeysOfKind key={keys.kind} model={model} keys={keys} />
        ))}
      </div>
    </Section>
  );
}

function KeysOfKind({ model, keys }: { model: ModelDetailDto; keys: ModelKeysDto }) {
  const { t } = useTranslation('models');
  const reasonText = useReasonText();
  const details = model.keyDetails.find(({ kind }) => kind === keys.kind);
  const { kind, total, barred, rest, nextAtMs } = keys;
  const restingForIt = details?.restingForIt ?? 0;
  const notes: Partial<Record<KeyState, ReactNode>> = {
    ready: rest && (
      <span>
        {t('detail.modelRests', { reason: reasonText(rest.reason) })} <Countdown untilMs={rest.untilMs} />
      </span>
    ),
    resting: (
      <>
        {keys.resting > 0 && nextAtMs !== undefined && <Countdown untilMs={nextAtMs} />}
        {restingForIt > 0 && (
          <Link to={`/keys?kind=${kind}&model=${encodeURIComponent(model.id)}`} className={LINK}>
            {t('detail.restingForIt', { count: restingForIt })}
          </Link>
        )}
      </>
    ),
  };
  if (total === 0) return <p className="text-soft">{t('keys.none')}</p>;
  return (
    <table className="w-full">
      <caption className="pb-1 text-start text-soft">
        {t('detail.keysOfKind', { kind: t(`keyKind.${kind}`), count: total })}
      </caption>
      <tbody className="divide-y border-y">
        {(['ready', 'resting', 'invalid', 'disabled'] as const).map((state) => (
          <KeyRow key={state} name={<StateMark state={state} />} count={keys[state]}>
            {notes[state]}
            {(state === 'invalid' || state === 'disabled') && keys[state] > 0 && (
              <Link to={`/keys?kind=${kind}&state=${state}`} className={LINK}>
                {t('detail.seeKeys')}
              </Link>
            )}
          </KeyRow>
        ))}
        {barred > 0 && (
          <KeyRow name={<span className="font-medium">{t('detail.barred')}</span>} count={barred}>
            {details?.barredGroups.map((group) => (
              <Link key={group} to={`/keys?kind=${kind}&group=${encodeURIComponent(group)}`} className={LINK}>
                {group}
              </Link>
            ))}
          </KeyRow>
        )}
      </tbody>
    </table>
  );
}

function KeyRow({ name, count, children }: { name: ReactNode; count: number; children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <tr>
      <th scope="row" className="w-px py-1.5 pe-4 text-start whitespace-nowrap">
        {name}
      </th>
      <td className="w-px py-1.5 pe-4 text-end">{new Intl.NumberFormat(i18n.language).format(count)}</td>
      <td className="py-1.5">
        <div className="flex flex-wrap gap-x-3 text-soft">{children}</div>
      </td>
    </tr>
  );
}
