import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { Input } from '../../components/ui/input';

/** A hidden token that can be shown while it is typed. */
export function TokenInput(props: ComponentProps<'input'>) {
  const { t } = useTranslation('auth');
  const [isShown, setIsShown] = useState(false);
  const label = isShown ? t('hide') : t('show');
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...props}
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        className="pr-10 font-mono"
      />
      <Button
        variant="quiet"
        size="icon"
        className="absolute inset-y-0 right-0"
        aria-label={label}
        title={label}
        onClick={() => setIsShown(!isShown)}
      >
        <Icon aria-hidden />
      </Button>
    </div>
  );
}
