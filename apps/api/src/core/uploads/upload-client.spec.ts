import { addressIn } from './upload-client';

it.each([
  ['https://h.example/a b.png', 'https://h.example/a%20b.png'],
  [
    'https://h.example/x)[evil](https://evil.example',
    'https://h.example/x%29%5Bevil%5D%28https://evil.example',
  ],
])('gives the address %s in a form that Markdown takes', (told, address) =>
  expect(addressIn(told)).toBe(address),
);

it.each([['javascript:alert(1)'], [''], [7], ['/relative']])('takes %j for no address', (told) =>
  expect(() => addressIn(told)).toThrow('no address'),
);
