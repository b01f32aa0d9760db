import { LoginDto } from '@gemini-balance/shared';
import { classValidatorResolver } from '@hookform/resolvers/class-validator';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../components/ui/button';
import { Field } from '../../components/form/field';
import { ApiError } from '../../lib/api-error';
import { formatDuration } from '../../lib/duration';
import { errorText } from '../../lib/error-text';
import { useFieldError } from '../../components/form/use-field-error';
import { useLogin } from './auth-mutations';
import { nextPath } from './next-path';
import { TokenInput } from './token-input';
import { useLockout } from './use-lockout';

export function LoginForm() {
  const { t, i18n } = useTranslation('auth');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const login = useLogin();
  const lockout = useLockout();
  const loginError = useLoginErrorText();
  const fieldError = useFieldError();
  const { register, handleSubmit, formState, setFocus } = useForm<LoginDto>({
    resolver: classValidatorResolver(LoginDto),
    defaultValues: { token: '' },
  });

  const submit = handleSubmit(async ({ token }) => {
    await login.mutateAsync(Object.assign(new LoginDto(), { token: token.trim() })).then(
      () => navigate(nextPath(search), { replace: true }),
      (error: Error) => {
        lockout.notice(error);
        setFocus('token', { shouldSelect: true });
      },
    );
  });

  const isLockedOut = lockout.waitMs > 0;
  const message = isLockedOut
    ? t('lockedOut', { wait: formatDuration(lockout.waitMs, i18n.language) })
    : (fieldError(formState.errors.token) ?? (login.error ? loginError(login.error) : undefined));

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      {/* Password managers keep a password under a user name. */}
      <input type="text" autoComplete="username" value="administrator" readOnly hidden />
      <Field label={t('token')} hint={t('hint')} error={message}>
        {(control) => <TokenInput {...control} {...register('token')} />}
      </Field>
      <Button type="submit" variant="primary" className="w-full" disabled={login.isPending || isLockedOut}>
        {t('signIn')}
      </Button>
    </form>
  );
}

function useLoginErrorText(): (error: Error) => string | undefined {
  const { t } = useTranslation('auth');
  const { t: tControls } = useTranslation();
  return (error) => {
    if (error instanceof ApiError && error.status === 401) return t('wrongToken');
    if (error instanceof ApiError && error.status === 429) return undefined;
    return errorText(error, tControls);
  };
}
