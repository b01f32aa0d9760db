import fc from 'fast-check';
import { mediaSourceOf } from './media-source';

describe('mediaSourceOf', () => {
  it.each([
    ['data:image/png;base64,AAAA', { kind: 'inline', mimeType: 'image/png', base64: 'AAAA' }],
    ['DATA:image/png;name=a.png;BASE64,AA\nAA', { kind: 'inline', mimeType: 'image/png', base64: 'AAAA' }],
    ['data:image/png;base64,AA%2BA', { kind: 'inline', mimeType: 'image/png', base64: 'AA+A' }],
    ['data:text/plain,a%20%C5%BC', { kind: 'inline', mimeType: 'text/plain', base64: 'YSDFvA==' }],
    ['data:,x', { kind: 'inline', mimeType: '', base64: 'eA==' }],
    ['gs://bucket/a.png', { kind: 'upstream-file', uri: 'gs://bucket/a.png' }],
    ['https://youtu.be/abc', { kind: 'upstream-file', uri: 'https://youtu.be/abc' }],
    ['http://example.com/a', { kind: 'web', url: 'http://example.com/a' }],
    ['data:image/png;base64,', undefined],
    ['data:text/plain,%ZZ', undefined],
    ['data:image/png', undefined],
    ['file:///etc/passwd', undefined],
    ['http://', undefined],
    ['iVBORw0KGgo=', undefined],
  ])('reads %j', (address, source) => {
    expect(mediaSourceOf(address)).toEqual(source);
  });

  it('gives the bytes back that were put into a data URI', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const base64 = Buffer.from(bytes).toString('base64');
        expect(mediaSourceOf(`data:image/png;base64,${base64}`)).toEqual({
          kind: 'inline',
          mimeType: 'image/png',
          base64,
        });
      }),
    );
  });
});
