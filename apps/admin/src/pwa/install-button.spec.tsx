import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as english from '../locales/en/texts';
import { startI18n } from '../locales/i18n';
import { InstallButton } from './install-button';
import { awaitInstallOffer } from './install-offer';

it('is there once the browser offers to install, and asks the browser once', async () => {
  startI18n('en', english);
  awaitInstallOffer();
  render(<InstallButton />);
  expect(screen.queryByRole('button')).toBeNull();

  const prompt = jest.fn().mockResolvedValue({ outcome: 'dismissed' });
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  act(() => void window.dispatchEvent(offer));
  expect(offer.defaultPrevented).toBe(true);

  await userEvent.click(screen.getByRole('button', { name: 'Install the dashboard' }));
  expect(prompt).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('button')).toBeNull();
});
