import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../../lib/cn';
import type { Picture } from '../protocols/chat';
import { toDataUrl } from '../protocols/pictures';

interface PictureStripProps {
  pictures: readonly Picture[];
  isLarge?: boolean;
  /** Offers to take one out. */
  onRemove?: (index: number) => void;
}

/** Pictures side by side. */
export function PictureStrip({ pictures, isLarge = false, onRemove }: PictureStripProps) {
  const { t } = useTranslation('playground');
  if (pictures.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {pictures.map((picture, index) => (
        <li key={index} className="relative">
          <img
            src={toDataUrl(picture)}
            alt={t('pictureNumber', { number: index + 1 })}
            className={cn('max-w-full rounded-md border object-contain', isLarge ? 'max-h-96' : 'max-h-24')}
          />
          {onRemove && (
            <button
              type="button"
              aria-label={t('removePicture', { number: index + 1 })}
              onClick={() => onRemove(index)}
              className="absolute -top-2 -right-2 rounded-full border bg-raised p-1 hover:bg-hover"
            >
              <X className="size-3.5" aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
