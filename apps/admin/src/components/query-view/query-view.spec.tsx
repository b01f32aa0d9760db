import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as english from '../../locales/en/texts';
import { startI18n } from '../../locales/i18n';
import { QueryView } from './query-view';

const refetch = jest.fn();
const aQuery = (given: { data?: string[]; error?: Error }) => ({
  data: given.data,
  error: given.error ?? null,
  isFetching: false,
  refetch,
});

function show(query: ReturnType<typeof aQuery>): void {
  startI18n('en', english);
  render(
    <QueryView
      query={query}
      skeleton="a skeleton"
      isEmpty={(data) => data.length === 0}
      empty="the next step"
    >
      {(data) => data.join()}
    </QueryView>,
  );
}

it('shows a skeleton while it waits', () => {
  show(aQuery({}));
  expect(screen.getByRole('status', { name: 'Loading' })).toHaveTextContent('a skeleton');
});

it('shows what went wrong, and tries again when asked', async () => {
  show(aQuery({ error: new Error('No disk space.') }));
  expect(screen.getByRole('alert')).toHaveTextContent('No disk space.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledTimes(1);
});

it('shows the next step when there is nothing', () => {
  show(aQuery({ data: [] }));
  expect(screen.getByText('the next step')).toBeVisible();
});

it('keeps what was loaded when a refresh fails', () => {
  show(aQuery({ data: ['one'], error: new Error('No disk space.') }));
  expect(screen.getByText('one')).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
