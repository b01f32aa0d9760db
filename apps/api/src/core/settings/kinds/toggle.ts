import { declareSetting, misread, understood, type Declaration, type Setting } from '../setting';

const ON = new Set(['true', '1', 'yes', 'on']);
const OFF = new Set(['false', '0', 'no', 'off']);

/** Yes or no. The environment may say true, 1, yes, on or false, 0, no, off in any case. */
export function toggle(declaration: Declaration<boolean>): Setting<boolean> {
  return declareSetting(
    'toggle',
    declaration,
    {},
    {
      fromText: (text) => {
        const word = text.toLowerCase();
        if (ON.has(word)) return understood(true);
        return OFF.has(word) ? understood(false) : misread('is neither true nor false');
      },
      fromJson: (json) =>
        typeof json === 'boolean' ? understood(json) : misread('is neither true nor false'),
      toJson: (value) => value,
    },
  );
}
