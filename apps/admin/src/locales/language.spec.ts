import { pickLanguage } from './language';

it.each([
  ['the choice before the browser', 'en', ['zh-CN'], 'en'],
  ['the first language of the browser that there is', null, ['fr', 'zh-TW', 'en'], 'zh-CN'],
  ['Chinese whatever its script or region', null, ['zh-Hans-SG'], 'zh-CN'],
  ['English whatever its region', null, ['en-GB', 'zh'], 'en'],
  ['English when nothing fits', null, ['fr', 'de'], 'en'],
  ['the browser when the choice is not a language of ours', 'xx', ['zh'], 'zh-CN'],
] as const)('picks %s', (_promise, chosen, preferred, expected) => {
  expect(pickLanguage(chosen, preferred)).toBe(expected);
});
