import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import * as english from '../../../locales/en/texts';
import { startI18n } from '../../../locales/i18n';
import { Dialog } from '../../ui/dialog';
import { Combobox } from './combobox';
import { ListCombobox } from './list-combobox';

beforeAll(() => startI18n('en', english));

const OPTIONS = [{ value: 'gemini-pro', note: 'Chat' }, { value: 'gemini-flash' }, { value: 'veo' }];

function OneModel({ start = '' }: { start?: string }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <Combobox aria-label="Model" listLabel="Models" options={OPTIONS} value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

function SeveralModels({ onSubmit }: { onSubmit?: () => void }) {
  const [value, setValue] = useState(['veo']);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      <ListCombobox
        ids={{ id: 'models', 'aria-invalid': false, 'aria-label': 'Models in use' }}
        listLabel="Models"
        options={OPTIONS}
        value={value}
        onChange={setValue}
      />
      <output>{value.join(' ')}</output>
      <button type="submit">Send</button>
    </form>
  );
}

const shown = () => screen.queryAllByRole('option').map((option) => option.textContent);
const value = () => screen.getByRole('status').textContent;

describe('a field that offers values', () => {
  it('is chosen from by keyboard', async () => {
    const user = userEvent.setup();
    render(<OneModel />);
    await user.tab();
    expect(screen.getByRole('combobox', { name: 'Model' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(shown()).toEqual(['gemini-proChat', 'gemini-flash', 'veo']);
    await user.keyboard('{ArrowDown}');
    const active = screen.getByRole('combobox').getAttribute('aria-activedescendant')!;
    expect(document.getElementById(active)).toHaveTextContent('gemini-flash');
    await user.keyboard('{Enter}');
    expect([value(), shown()]).toEqual(['gemini-flash', []]);
  });

  it('narrows what it offers while something is typed, and takes any text', async () => {
    const user = userEvent.setup();
    render(<OneModel />);
    await user.type(screen.getByRole('combobox'), 'flash');
    expect(shown()).toEqual(['gemini-flash']);
    await user.type(screen.getByRole('combobox'), '-9');
    expect([shown(), screen.getByRole('combobox').getAttribute('aria-expanded')]).toEqual([[], 'false']);
    await user.tab();
    expect(value()).toBe('flash-9');
  });

  it('narrows what it offers also when all is typed at once', async () => {
    const user = userEvent.setup();
    render(<OneModel />);
    screen.getByRole('combobox').focus();
    await user.paste('flash');
    expect(shown()).toEqual(['gemini-flash']);
  });

  it('offers everything where something was chosen before', async () => {
    const user = userEvent.setup();
    render(<OneModel start="veo" />);
    await user.click(screen.getByRole('combobox'));
    expect(shown()).toHaveLength(3);
    await user.click(screen.getByRole('option', { name: 'gemini-flash' }));
    expect(value()).toBe('gemini-flash');
  });

  it('chooses nothing when it is left', async () => {
    const user = userEvent.setup();
    render(<OneModel start="mine" />);
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{ArrowDown}');
    await user.tab();
    expect([value(), shown()]).toEqual(['mine', []]);
  });

  it('closes its list by Escape, and not the dialog it is in; its text stays', async () => {
    const user = userEvent.setup();
    const onClose = jest.fn();
    render(
      <Dialog title="Edit" description="Edit it" isOpen onClose={onClose}>
        <OneModel start="mine" />
      </Dialog>,
    );
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{Escape}');
    expect([shown(), value(), onClose.mock.calls.length]).toEqual([[], 'mine', 0]);
    await user.keyboard('{Escape}');
    expect([value(), onClose.mock.calls.length]).toEqual(['mine', 1]);
  });
});

describe('a list that offers values', () => {
  it('takes what is chosen, and offers it no more', async () => {
    const user = userEvent.setup();
    render(<SeveralModels />);
    await user.click(screen.getByRole('combobox'));
    expect(shown()).toEqual(['gemini-proChat', 'gemini-flash']);
    await user.click(screen.getByRole('option', { name: /gemini-pro/ }));
    expect(value()).toBe('veo gemini-pro');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(value()).toBe('veo gemini-pro gemini-flash');
  });

  it('takes what is typed by Enter, by a comma and when it is left, each once', async () => {
    const user = userEvent.setup();
    const onSubmit = jest.fn();
    render(<SeveralModels onSubmit={onSubmit} />);
    await user.type(screen.getByRole('combobox'), 'a{Enter}b*,veo{Enter}c');
    await user.tab();
    expect([value(), onSubmit.mock.calls.length]).toEqual(['veo a b* c', 0]);
  });

  it('takes several lines that are pasted', async () => {
    const user = userEvent.setup();
    render(<SeveralModels />);
    await user.click(screen.getByRole('combobox'));
    await user.paste('a\nb, c\n');
    expect(value()).toBe('veo a b c');
  });

  it('gives back what is in it, by its button and by Backspace', async () => {
    const user = userEvent.setup();
    render(<SeveralModels />);
    await user.type(screen.getByRole('combobox'), 'a,b,');
    await user.click(screen.getByRole('button', { name: 'Take out a' }));
    expect([value(), document.activeElement]).toEqual(['veo b', screen.getByRole('combobox')]);
    await user.keyboard('{Backspace}');
    expect(value()).toBe('veo');
  });
});
