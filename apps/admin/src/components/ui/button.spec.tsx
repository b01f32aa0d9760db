import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Button } from './button';

it.each([
  ['primary', 1],
  ['danger', 1],
  ['secondary', 2],
] as const)('takes a double click on a %s button as %i', async (variant, times) => {
  const onClick = jest.fn();
  render(
    <Button variant={variant} onClick={onClick}>
      Go
    </Button>,
  );
  await userEvent.dblClick(screen.getByRole('button'));
  expect(onClick).toHaveBeenCalledTimes(times);
});

it('sends a form once at a double click', async () => {
  const onSubmit = jest.fn((event: React.FormEvent) => event.preventDefault());
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" variant="primary">
        Send
      </Button>
    </form>,
  );
  await userEvent.dblClick(screen.getByRole('button'));
  expect(onSubmit).toHaveBeenCalledTimes(1);
});
