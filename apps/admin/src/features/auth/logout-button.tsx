import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../components/ui/button';
import { useLogout } from './auth-mutations';

export function LogoutButton() {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const logout = useLogout();
  const leave = (): void =>
    logout.mutate(undefined, { onSuccess: () => void navigate('/login', { replace: true }) });
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={t('signOut')}
      title={t('signOut')}
      disabled={logout.isPending}
      onClick={leave}
    >
      <LogOut aria-hidden />
    </Button>
  );
}
