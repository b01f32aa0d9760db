import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { KeyDto } from '@gemini-balance/shared';
import type { ReactNode } from 'react';
import { aKey, anError, FakeGateway } from '../../../testing/fake-gateway';
import { usePagedRows } from './use-paged-rows';

const SOURCE = { key: ['keys'], path: '/keys', params: {} };

const keysDownFrom = (id: number) => Array.from({ length: id }, (_, index) => aKey({ id: id - index }));

function rowsOf(gateway: FakeGateway, keyCount: number) {
  gateway.keys = keysDownFrom(keyCount);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => usePagedRows<KeyDto>(SOURCE, false), { wrapper });
  return {
    ids: () => result.current.rows.map((key) => key.id),
    scrollTo: (last: number) => act(() => result.current.onRangeChange(Math.max(0, last - 10), last)),
    refresh: () => act(() => queryClient.invalidateQueries()),
    moreError: () => result.current.moreError,
    retryMore: () => act(() => result.current.retryMore()),
  };
}

const idsDownFrom = (id: number): number[] => keysDownFrom(id).map((key) => key.id);

it('loads the next page shortly before the last row is reached, until there is no more', async () => {
  const list = rowsOf(FakeGateway.install(), 250);
  await waitFor(() => expect(list.ids()).toHaveLength(100));
  list.scrollTo(30);
  expect(list.ids()).toHaveLength(100);
  list.scrollTo(80);
  await waitFor(() => expect(list.ids()).toHaveLength(200));
  list.scrollTo(199);
  await waitFor(() => expect(list.ids()).toEqual(idsDownFrom(250)));
});

it('shows each key once, in order, after keys came and went', async () => {
  const gateway = FakeGateway.install();
  const list = rowsOf(gateway, 150);
  await waitFor(() => expect(list.ids()).toHaveLength(100));
  list.scrollTo(90);
  await waitFor(() => expect(list.ids()).toHaveLength(150));

  gateway.keys = keysDownFrom(152).filter((key) => key.id !== 140);
  await list.refresh();
  await list.refresh();
  await waitFor(() => expect(list.ids()).toEqual(idsDownFrom(152).filter((id) => id !== 140)));
});

it('keeps what it has when the next page fails, and loads it when asked again', async () => {
  const gateway = FakeGateway.install();
  const list = rowsOf(gateway, 150);
  await waitFor(() => expect(list.ids()).toHaveLength(100));
  gateway.instead.set('GET /keys', anError(500, 'internal_error', 'Failed.'));
  list.scrollTo(90);
  await waitFor(() => expect(list.moreError()).not.toBeNull());
  expect(list.ids()).toHaveLength(100);
  list.retryMore();
  await waitFor(() => expect(list.ids()).toHaveLength(150));
});
