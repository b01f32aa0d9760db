import type { ExportFormat, KeyDto } from '@gemini-balance/shared';
import {
  ChevronDown,
  Copy,
  Download,
  Power,
  PowerOff,
  RotateCcw,
  ShieldCheck,
  Tag,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { toChoice, type Selected } from '../../components/data-table/selection/selected';
import { ActionMenu } from '../../components/ui/action-menu';
import { Button } from '../../components/ui/button';
import { copyText } from '../../lib/copy-text';
import { errorText } from '../../lib/error-text';
import { saveFile } from '../../lib/save-file';
import { exportKeys, useKeyWork } from './key-work';
import type { KeyFilters } from './key-filters';

interface KeySelectionActionsProps {
  selected: Selected<KeyDto>;
  filters: KeyFilters;
  onEdit: () => void;
  onDelete: () => void;
}

const ACTIONS = [
  { name: 'verify', Icon: ShieldCheck },
  { name: 'enable', Icon: Power },
  { name: 'disable', Icon: PowerOff },
  { name: 'reset', Icon: RotateCcw },
] as const;

/** What can be done with the selected keys. */
export function KeySelectionActions({ selected, filters, onEdit, onDelete }: KeySelectionActionsProps) {
  const { t } = useTranslation('keys');
  const choice = toChoice(selected, filters);
  return (
    <>
      {ACTIONS.map((action) => (
        <ActionButton key={action.name} {...action} selected={selected} filters={filters} />
      ))}
      <Button size="small" onClick={onEdit}>
        <Tag className="max-2xl:hidden" aria-hidden />
        {t('action.group')}
      </Button>
      <TakeMenu take={(format) => exportKeys(choice, format)} />
      <Button size="small" className="text-invalid" onClick={onDelete}>
        <Trash2 className="max-2xl:hidden" aria-hidden />
        {t('action.delete')}
      </Button>
    </>
  );
}

interface ActionButtonProps {
  name: (typeof ACTIONS)[number]['name'];
  Icon: LucideIcon;
  selected: Selected<KeyDto>;
  filters: KeyFilters;
}

function ActionButton({ name, Icon, selected, filters }: ActionButtonProps) {
  const { t } = useTranslation('keys');
  const work = useKeyWork(name, filters);
  return (
    <Button size="small" disabled={work.isPending} onClick={() => work.run(selected, selected.clear)}>
      <Icon className="max-2xl:hidden" aria-hidden />
      {t(`action.${name}`)}
    </Button>
  );
}

/** Copies or saves the secrets of the selected keys. */
function TakeMenu({ take }: { take: (format: ExportFormat) => Promise<string> }) {
  const { t } = useTranslation('keys');
  const { t: tControls } = useTranslation();
  const run = (work: Promise<unknown>, done: string): void =>
    void work.then(
      () => toast.success(done),
      (error: Error) => toast.error(errorText(error, tControls)),
    );
  const copy = (format: ExportFormat): void => run(take(format).then(copyText), tControls('copied'));
  const save = (format: ExportFormat, name: string): void =>
    run(
      take(format).then((text) => saveFile(name, text)),
      t('export.saved'),
    );
  const actions = [
    { label: t('export.copyLines'), Icon: Copy, run: () => copy('lines') },
    { label: t('export.copyJson'), Icon: Copy, run: () => copy('json') },
    { label: t('export.saveLines'), Icon: Download, run: () => save('lines', 'keys.txt') },
    { label: t('export.saveJson'), Icon: Download, run: () => save('json', 'keys.json') },
    { label: t('export.saveCsv'), Icon: Download, run: () => save('csv', 'keys.csv') },
  ];
  return (
    <ActionMenu actions={actions}>
      <Button size="small">
        {t('export.label')}
        <ChevronDown aria-hidden />
      </Button>
    </ActionMenu>
  );
}
