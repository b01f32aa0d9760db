import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/ui/section';

/** What a row of the audit log tells besides: the value before and after a change, or whatever else was noted. */
export function AuditDetails({ details }: { details: Record<string, unknown> }) {
  const { t } = useTranslation('system');
  const { from, to, ...others } = details;
  const isChange = from !== undefined || to !== undefined;
  return (
    <>
      {isChange && (
        <Section title={t('audit.change')}>
          <div className="grid gap-2 sm:grid-cols-2">
            <Side name={t('audit.from')} value={from} />
            <Side name={t('audit.to')} value={to} />
          </div>
        </Section>
      )}
      {Object.keys(others).length > 0 && (
        <Section title={t('audit.details')}>
          <Json value={others} />
        </Section>
      )}
    </>
  );
}

function Side({ name, value }: { name: string; value: unknown }) {
  const { t } = useTranslation('system');
  return (
    <div className="min-w-0">
      <h4 className="mb-1 text-xs text-soft">{name}</h4>
      {value === undefined ? <p className="text-soft">{t('audit.noOverride')}</p> : <Json value={value} />}
    </div>
  );
}

function Json({ value }: { value: unknown }) {
  return (
    <pre
      tabIndex={0}
      className="max-h-96 overflow-auto rounded bg-canvas p-2 text-xs break-words whitespace-pre-wrap"
    >
      {JSON.stringify(value, undefined, 2)}
    </pre>
  );
}
