import { parseKeyFilters, toSearch } from './key-filters';

it('reads back the filters it wrote', () => {
  const filters = { state: 'resting', kind: 'paid', search: 'a & b=c' } as const;
  expect(parseKeyFilters(new URLSearchParams(toSearch(filters)))).toEqual(filters);
});

it('leaves out what it does not know', () => {
  expect(parseKeyFilters(new URLSearchParams('state=broken&kind=openai&search='))).toEqual({});
});
