import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';
import { useOpened } from './use-opened';

function at(...history: string[]) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={history} initialIndex={history.length - 1}>
      {children}
    </MemoryRouter>
  );
  const { result } = renderHook(
    () => {
      const { pathname, search } = useLocation();
      return { ...useOpened('key'), navigate: useNavigate(), address: pathname + search };
    },
    { wrapper },
  );
  return result;
}

it('closes what was opened at the back button, and stays on the page', () => {
  const page = at('/', '/keys?state=ready');
  act(() => page.current.open(7));
  expect(page.current).toMatchObject({ openedId: '7', address: '/keys?state=ready&key=7' });
  act(() => void page.current.navigate(-1));
  expect(page.current).toMatchObject({ openedId: undefined, address: '/keys?state=ready' });
});

it('leaves no step behind when it is closed', async () => {
  const page = at('/', '/keys');
  act(() => page.current.open(7));
  act(() => page.current.open(8));
  act(() => page.current.close());
  await waitFor(() => expect(page.current.address).toBe('/keys'));
  act(() => void page.current.navigate(-1));
  expect(page.current.address).toBe('/');
});

it('goes nowhere when that is closed which a link has opened', () => {
  const page = at('/', '/keys?key=7');
  act(() => page.current.close());
  expect(page.current).toMatchObject({ openedId: undefined, address: '/keys' });
});
