import type { AttentionKeyDto } from '@gemini-balance/shared';
import { PowerOff, ShieldCheck, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../components/ui/button';
import { LINK } from '../../components/ui/link-styles';
import { FigureLink } from './figure-link';
import { useTakeOut, useVerify, type NamedKey } from './attention-mutations';

interface AttentionRowProps {
  item: AttentionKeyDto;
  onDelete: (key: NamedKey) => void;
}

/** A key that fails: how often with which status, and what can be done about it. */
export function AttentionRow({ item: { key, errors, byStatus }, onDelete }: AttentionRowProps) {
  const { t } = useTranslation('overview');
  const verify = useVerify();
  const disable = useTakeOut('disable');
  const { id } = key;
  const masked = key.masked ?? `#${id}`;
  const named = { id, masked };
  const actions = [
    { label: t('attention.verify', { key: masked }), Icon: ShieldCheck, run: () => verify.mutate(named) },
    { label: t('attention.disable', { key: masked }), Icon: PowerOff, run: () => disable.mutate(named) },
    { label: t('attention.deleteOne', { key: masked }), Icon: Trash2, run: () => onDelete(named) },
  ];
  return (
    <li className="flex items-center gap-2 py-1">
      <div className="min-w-0 flex-1">
        <Link to={`/keys?key=${id}`} className={`block truncate font-mono text-[0.8125rem] ${LINK}`}>
          {masked}
        </Link>
        <span className="block truncate text-xs text-soft">
          {Object.entries(byStatus).map(([status, count], index) => (
            <Fragment key={status}>
              {index > 0 && ' · '}
              <FigureLink to={`/logs?range=24h&keyId=${id}${status === '0' ? '' : `&status=${status}`}`}>
                {status === '0' ? t('attention.network') : status} × {count}
              </FigureLink>
            </Fragment>
          ))}
        </span>
      </div>
      <span className="font-semibold text-invalid">{errors}</span>
      <span className="flex">
        {actions.map(({ label, Icon, run }) => (
          <Button
            key={label}
            variant="quiet"
            size="icon"
            aria-label={label}
            title={label}
            disabled={verify.isPending || disable.isPending}
            onClick={run}
          >
            <Icon aria-hidden />
          </Button>
        ))}
      </span>
    </li>
  );
}
