import { Activity, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ProxyCheckResult } from '../../../../components/proxy-check-result';
import { Button } from '../../../../components/ui/button';
import { looksProblem } from '../../draft/item-problem';
import type { SettingControlProps } from '../control-props';
import { ListControl } from '../list-control';
import { textsOf } from '../texts-of';
import { useProxyChecks } from './use-proxy-checks';

/** Egress proxies in rows; one or all can be checked before they are saved. */
export function ProxyListControl(props: SettingControlProps) {
  const { t } = useTranslation('config');
  const { found, check, isChecking } = useProxyChecks();
  const proxies = textsOf(props.value).filter((proxy) => looksProblem('proxy', proxy, t) === undefined);
  const isBusy = proxies.some(isChecking);
  return (
    <ListControl
      {...props}
      rowEnd={(typed) => {
        const proxy = typed.trim();
        return (
          <Button
            variant="quiet"
            size="icon"
            aria-label={t('proxies.checkOne', { proxy })}
            title={t('proxies.check')}
            disabled={isBusy || !proxies.includes(proxy)}
            onClick={() => check([proxy])}
          >
            <Activity aria-hidden className={isChecking(proxy) ? 'animate-pulse' : undefined} />
          </Button>
        );
      }}
      rowNote={(typed) => {
        const result = found[typed.trim()];
        return result && <ProxyCheckResult check={result} />;
      }}
      buttons={
        <Button
          size="small"
          variant="quiet"
          disabled={isBusy || proxies.length === 0}
          onClick={() => check([...new Set(proxies)])}
        >
          <ListChecks aria-hidden />
          {t(isBusy ? 'proxies.checking' : 'proxies.checkAll')}
        </Button>
      }
    />
  );
}
