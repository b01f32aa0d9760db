import type { ImportKeysDto } from '@gemini-balance/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/ui/dialog';
import { ImportPreview } from './import-preview';
import { ImportTextForm } from './import-text-form';
import { useImportKeys, usePreviewKeys } from '../key-mutations';

interface ImportKeysDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Adds keys in two steps: paste a text, then see what was found in it and add that. */
export function ImportKeysDialog({ isOpen, onClose }: ImportKeysDialogProps) {
  const { t } = useTranslation('keys');
  return (
    <Dialog
      title={t('import.title')}
      description={t('import.text')}
      isOpen={isOpen}
      onClose={onClose}
      className="max-w-2xl"
    >
      <ImportSteps onClose={onClose} />
    </Dialog>
  );
}

function ImportSteps({ onClose }: { onClose: () => void }) {
  const [pasted, setPasted] = useState<ImportKeysDto>({ text: '', kind: 'gemini', group: '', verify: false });
  const preview = usePreviewKeys();
  const importing = useImportKeys();

  const showPreview = (text: ImportKeysDto): Promise<unknown> => {
    setPasted(text);
    return preview.mutateAsync(text);
  };
  if (!preview.data) return <ImportTextForm pasted={pasted} onSubmit={showPreview} />;
  return (
    <ImportPreview
      result={preview.data}
      isBusy={importing.isPending}
      onBack={preview.reset}
      onConfirm={() => importing.mutate(pasted, { onSuccess: onClose })}
    />
  );
}
