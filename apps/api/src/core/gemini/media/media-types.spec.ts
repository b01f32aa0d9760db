import { mediaTypeOf, typeOfFilename, typeOfFormat } from './media-types';

describe('the type of media', () => {
  it.each([
    ['image/jpg', 'image/jpeg'],
    ['IMAGE/PNG; charset=utf-8', 'image/png'],
    ['application/json', 'text/plain'],
    ['video/x-new', 'video/x-new'],
    ['constructor', 'constructor'],
  ])('%s is %s upstream', (declared, type) => {
    expect(mediaTypeOf(declared, 'AAAA')).toBe(type);
  });

  it.each([
    ['application/octet-stream', 'iVBORw0KGgoAAAA', 'image/png'],
    ['', '/9j/4AAQ', 'image/jpeg'],
    ['', 'JVBERi0xLjc', 'application/pdf'],
    ['', 'AAAA', undefined],
  ])('declared as "%s" is told by its first bytes %s', (declared, base64, type) => {
    expect(mediaTypeOf(declared, base64)).toBe(type);
  });

  it.each([
    ['a.b.PDF', 'application/pdf'],
    ['notes.md', 'text/md'],
    ['noending', undefined],
  ])('is told by the name %s', (filename, type) => {
    expect(typeOfFilename(filename)).toBe(type);
  });

  it('knows no format by a name that every object has', () => {
    expect(typeOfFormat('constructor')).toBeUndefined();
  });
});
