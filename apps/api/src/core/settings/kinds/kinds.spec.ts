import { Secret } from '../../secret';
import type { Setting } from '../setting';
import { choice } from './choice';
import { numberMap, textMap } from './map';
import { isNotAddressRange, isNotHeader, isNotOrigin, isNotProxyUrl, isNotTimeZone } from './network-checks';
import { decimal, integer } from './number';
import { safetySettings } from './safety';
import { secretList, secretText } from './secret';
import { text, url } from './text';
import { textList } from './text-list';
import { toggle } from './toggle';

const words = { label: { en: 'Label', zh: '标签' }, help: { en: 'Help.', zh: '帮助。' } };

const aText = text({ ...words, default: '' });
const aNeededText = text({ ...words, default: 'x' });
const anUrl = url({ ...words, default: '' });
const anInteger = integer({ ...words, default: 1, min: 0, max: 10 });
const aDecimal = decimal({ ...words, default: 1, min: 0, max: 1 });
const aToggle = toggle({ ...words, default: false });
const aChoice = choice({
  ...words,
  default: 'INFO',
  options: ['INFO', 'WARNING'],
  synonyms: { warn: 'WARNING' },
});
const aList = textList({ ...words, default: [] });
const proxies = textList({ ...words, default: [], check: isNotProxyUrl });
const headers = textMap({ ...words, default: {}, check: isNotHeader });
const budgets = numberMap({ ...words, default: {}, min: -1 });
const safety = safetySettings({ ...words, default: [] });

it.each<[string, Setting<unknown>, string, unknown]>([
  ['a text', aText, ' x ', 'x'],
  ['an address without its last slash', anUrl, 'https://host/v1beta/', 'https://host/v1beta'],
  ['a whole number', anInteger, '10', 10],
  ['a number', aDecimal, '0.016', 0.016],
  ['true', aToggle, 'True', true],
  ['yes', aToggle, 'YES', true],
  ['on', aToggle, 'on', true],
  ['1', aToggle, '1', true],
  ['no', aToggle, 'no', false],
  ['0', aToggle, '0', false],
  ['a choice in any case', aChoice, 'info', 'INFO'],
  ['a choice by another word', aChoice, 'Warn', 'WARNING'],
  ['a list without empty and repeated items', aList, 'a, ,b,a', ['a', 'b']],
  ['a list of numbers as texts', aList, '[1, 2]', ['1', '2']],
  [
    'every kind of proxy',
    proxies,
    'http://a:1,https://a:2,socks5://u:p@a:3',
    ['http://a:1', 'https://a:2', 'socks5://u:p@a:3'],
  ],
  ['a map', headers, '{"X-A": "b"}', { 'X-A': 'b' }],
  ['a map in single quotes', headers, "{'X-A': 1}", { 'X-A': '1' }],
  ['a map of numbers', budgets, '{"m": -1, "n": "8.5"}', { m: -1, n: 8.5 }],
  [
    'safety rules',
    safety,
    '[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"OFF","x":1}]',
    [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' }],
  ],
])('reads %s', (_, setting, written, value) => {
  expect(setting.fromText(written)).toEqual({ ok: true, value });
  expect(setting.fromJson(JSON.parse(JSON.stringify(setting.toJson(value))))).toEqual({ ok: true, value });
});

it.each<[string, Setting<unknown>, string, string]>([
  ['no address', anUrl, 'ftp://host', 'is not an http:// or https:// address'],
  ['a fraction', anInteger, '1.5', 'is not a whole number from 0 to 10'],
  ['a number with a unit', anInteger, '5s', 'is not a whole number from 0 to 10'],
  ['a number beyond the limit', aDecimal, '1.1', 'is not a number from 0 to 1'],
  ['neither yes nor no', aToggle, 'maybe', 'is neither true nor false'],
  ['none of the choices', aChoice, 'LOUD', 'is none of INFO, WARNING'],
  ['a list that is not closed', aList, '["a"', 'is not a list'],
  ['an object for a list', aList, '{"a":"b"}', 'is not a list'],
  ['a list in a list', aList, '[["a"]]', 'no text at place 1'],
  ['no proxy', proxies, 'http://a:1,user:pw@host', 'item 2 is not an address such as'],
  ['no map', headers, 'X-A: b', 'is not a JSON object'],
  ['no header name', headers, '{"X A": "b"}', 'no header name'],
  ['a header over two lines', headers, '{"A": "b\\r\\nC: d"}', 'has a value for "A" that no header can hold'],
  ['an object in a map', headers, '{"A": {}}', 'has no text for "A"'],
  ['no number in a map of numbers', budgets, '{"m": "much"}', 'has no number for "m"'],
  ['a number below the least', budgets, '{"m": -2}', 'has a number below -1 for "m"'],
  ['a category that is none', safety, '[{"category":"X","threshold":"OFF"}]', 'item 1 names no category'],
  [
    'a threshold that is none',
    safety,
    '[{"category":"HARM_CATEGORY_X","threshold":"X"}]',
    'item 1 has none of the thresholds',
  ],
  ['nothing where something is needed', aNeededText, ' ', 'is empty'],
])('refuses %s', (_, setting, written, problem) => {
  expect(setting.fromText(written)).toEqual({ ok: false, problem: expect.stringContaining(problem) });
});

it.each<[string, Setting<unknown>, unknown]>([
  ['a number for a text', aText, 1],
  ['a text for a number', anInteger, '1'],
  ['a text for yes or no', aToggle, 'true'],
  ['null for a choice', aChoice, null],
  ['a text for a list', aList, 'a,b'],
  ['a list for a map', headers, []],
  ['a text for a secret', secretList(words), 'a'],
])('refuses %s in JSON', (_, setting, json) => expect(setting.fromJson(json).ok).toBe(false));

describe('secrets', () => {
  const token = secretText(words);
  const tokens = secretList(words);

  it('are never plain text once read', () => {
    expect(token.fromText('abc')).toEqual({ ok: true, value: expect.any(Secret) });
    expect(String(JSON.stringify([token.fromText('planted'), tokens.fromText('planted,b')]))).not.toContain(
      'planted',
    );
  });

  it('are undefined while none is set', () =>
    expect(token.fromJson('')).toEqual({ ok: true, value: undefined }));

  it('are written back as they were', () => {
    const read = tokens.fromText('a,b,a');
    expect(read.ok && tokens.toJson(read.value)).toEqual(['a', 'b']);
  });
});

it.each([
  ['an IPv4 address', isNotAddressRange, '10.0.0.1', true],
  ['an IPv6 range', isNotAddressRange, 'fd00::/8', true],
  ['a range that is too narrow', isNotAddressRange, '10.0.0.0/33', false],
  ['a name', isNotAddressRange, 'localhost', false],
  ['any origin', isNotOrigin, '*', true],
  ['an origin', isNotOrigin, 'https://app.example.com', true],
  ['an address with a path', isNotOrigin, 'https://app.example.com/x', false],
  ['a time zone', isNotTimeZone, 'America/Los_Angeles', true],
  ['a city alone', isNotTimeZone, 'Shanghai', false],
])('tells whether %s passes', (_, check, value, isFine) => expect(check(value) === undefined).toBe(isFine));
