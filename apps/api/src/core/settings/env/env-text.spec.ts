import fc from 'fast-check';
import { readEnvText, readJsonText, readListText } from './env-text';

it.each([
  ['plain', 'value', 'value'],
  ['blanks around it', '  value  ', 'value'],
  ['double quotes', '"a b"', 'a b'],
  ['single quotes', "'a b'", 'a b'],
  ['a comment', 'value   # note', 'value'],
  ['a comment after quotes', '"https://host/path"  # note', 'https://host/path'],
  ['a # without a blank before it', 'a#b', 'a#b'],
  ['a # at the very beginning', '#fff', '#fff'],
  ['a # inside quotes', '"a # b" # note', 'a # b'],
  ['a comment and no value', ' # note', ''],
  ['empty quotes', '""  # note', ''],
  ['nothing', '', ''],
  ['escapes in double quotes', String.raw`"a\"b\\c\nd"`, 'a"b\\c\nd'],
  ['a backslash in single quotes', String.raw`'C:\dir'`, String.raw`C:\dir`],
  ['quotes that do not surround it', '"a","b"', '"a","b"'],
  ['an apostrophe', "it's # note", "it's"],
  ['a JSON list with a comment', '["a", "b #1"] # note', '["a", "b #1"]'],
  ['a JSON object with a comment', `{'a': 'b # c'}  # note`, `{'a': 'b # c'}`],
  ['a quoted JSON list', `'["a"]'`, '["a"]'],
])('reads %s', (_, raw, expected) => expect(readEnvText(raw)).toBe(expected));

it.each([
  ['JSON', '["a", "b"]', ['a', 'b']],
  ['JSON with single quotes', "['a', 'b']", ['a', 'b']],
  ['commas', 'a, b ,c', ['a', 'b', 'c']],
  ['lines', 'a\r\nb\nc', ['a', 'b', 'c']],
  ['commas at the ends of lines', 'a,\n b,\n c', ['a', 'b', 'c']],
  ['quoted items', `"a",'b'`, ['a', 'b']],
  ['brackets without quotes', '[a, b]', ['a', 'b']],
  ['a comma too many', '["a","b",]', ['a', 'b', '']],
  ['an item alone', 'a', ['a']],
  ['JSON in quotes that were not escaped', '"["a","b"]"', ['a', 'b']],
  ['an IPv6 address', 'http://[::1]:8080', ['http://[::1]:8080']],
])('reads a list written as %s', (_, text, expected) => expect(readListText(text)).toEqual(expected));

it('reads no list out of one that is not closed', () => expect(readListText('["a", "b"')).toBeUndefined());

it.each([
  ['JSON', '{"a": 1}', { a: 1 }],
  ['single quotes', "{'a': 'b'}", { a: 'b' }],
  ['a broken object', '{"a": ', undefined],
])('reads %s as JSON', (_, text, expected) => expect(readJsonText(text)).toEqual(expected));

it('reads back every value that is written in double quotes', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const written = value.replace(/["\\]/g, '\\$&');
      expect(readEnvText(`"${written}" # note`)).toBe(value.trim());
    }),
  );
});

it('reads back every list that is written as JSON, whatever the comment', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (items, note) => {
      expect(readListText(readEnvText(`${JSON.stringify(items)} #${note}`))).toEqual(items);
    }),
  );
});
