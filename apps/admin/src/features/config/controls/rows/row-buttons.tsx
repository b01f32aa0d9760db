import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/ui/button';

interface RowButtonsProps {
  /** From 0. */
  index: number;
  count: number;
  isDisabled: boolean;
  /** Whether the order of the rows says something. */
  isOrdered: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** Moves and removes one row. */
export function RowButtons({ index, count, isDisabled, isOrdered, onMove, onRemove }: RowButtonsProps) {
  const { t } = useTranslation('config');
  const row = index + 1;
  const moves = [
    { label: t('rows.up', { row }), Icon: ArrowUp, to: index - 1 },
    { label: t('rows.down', { row }), Icon: ArrowDown, to: index + 1 },
  ];
  return (
    <span className="flex shrink-0">
      {isOrdered &&
        count > 1 &&
        moves.map(({ label, Icon, to }) => (
          <Button
            key={label}
            variant="quiet"
            size="icon"
            className="w-7"
            aria-label={label}
            title={label}
            disabled={isDisabled || to < 0 || to >= count}
            onClick={() => onMove(to)}
          >
            <Icon aria-hidden />
          </Button>
        ))}
      <Button
        variant="quiet"
        size="icon"
        aria-label={t('rows.remove', { row })}
        title={t('rows.remove', { row })}
        disabled={isDisabled}
        onClick={onRemove}
      >
        <X aria-hidden />
      </Button>
    </span>
  );
}
