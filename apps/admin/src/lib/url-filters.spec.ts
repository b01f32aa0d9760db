import { oneOf, parseFilters, wholeNumber, withFilters, words } from './url-filters';

const READERS = { state: oneOf(['ready', 'resting']), failures: wholeNumber(1), search: words(5) };
const parse = (search: string) => parseFilters(READERS, new URLSearchParams(search));

it('reads back what it wrote', () => {
  const filters = { state: 'resting', failures: 3, search: 'a&b=c' } as const;
  expect(parse(String(withFilters(new URLSearchParams(), filters)))).toEqual(filters);
});

it.each(['state=broken', 'failures=0', 'failures=-1', 'failures=1.5', 'failures=', 'search=', 'other=1'])(
  'leaves out what it does not know: %s',
  (search) => expect(parse(search)).toEqual({}),
);

it('cuts what is too long', () => expect(parse('search=1234567')).toEqual({ search: '12345' }));

it('keeps what others keep in the address', () => {
  const present = new URLSearchParams('job=7&state=ready');
  expect(String(withFilters(present, { state: undefined, search: 'x' }))).toBe('job=7&search=x');
});
