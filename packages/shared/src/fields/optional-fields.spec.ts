import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import 'reflect-metadata';
import { ListAuditQuery } from '../audit/list-audit.query.js';
import { ListRequestLogsQuery } from '../logs/log-filters.js';

/** The fields that are refused when everything else is let in. */
function refusedOf(dto: new () => object, sent: object): string[] {
  const options = { whitelist: true, forbidNonWhitelisted: true };
  return validateSync(plainToInstance(dto, sent), options).map(({ property }) => property);
}

it.each([
  ['numbers as a query string writes them', { fromMs: '0', toMs: '5', limit: '500' }, []],
  ['nothing at all', {}, []],
  ['a negative time', { fromMs: '-1' }, ['fromMs']],
  ['more rows than there are in a page', { limit: '501' }, ['limit']],
  ['no number', { toMs: 'soon' }, ['toMs']],
  ['a cursor that is too long', { cursor: 'x'.repeat(201) }, ['cursor']],
  ['a field that nobody declared', { fromMS: 1 }, ['fromMS']],
])('lets in or refuses %s, inherited or not', (_, sent, refused) => {
  expect(refusedOf(ListAuditQuery, sent)).toEqual(refused);
  expect(refusedOf(ListRequestLogsQuery, sent)).toEqual(refused);
});

it('owns only the fields that were sent', () => {
  expect(Object.keys(plainToInstance(ListRequestLogsQuery, { limit: '3' }))).toEqual(['limit']);
});
