import { InvalidEgressProxyError, parseEgressProxy } from './egress-proxy';

describe('parseEgressProxy', () => {
  it.each([
    ['http://proxy', { scheme: 'http', host: 'proxy', port: 80, egressId: 'http://proxy:80' }],
    ['https://proxy:8443/', { scheme: 'https', host: 'proxy', port: 8443 }],
    [' socks5://1.2.3.4 ', { scheme: 'socks5', host: '1.2.3.4', port: 1080 }],
    ['socks5h://proxy:9', { scheme: 'socks5', port: 9, egressId: 'socks5://proxy:9' }],
    ['http://[::1]:8080', { host: '::1', egressId: 'http://[::1]:8080' }],
    ['http://joe:p%40ss@proxy:1', { username: 'joe', password: 'p@ss' }],
    ['http://proxy:1', { username: undefined, password: undefined }],
  ])('reads %s', (text, expected) => {
    expect(parseEgressProxy(text)).toMatchObject(expected);
  });

  it.each(['', 'proxy:8080', 'ftp://proxy', 'http://', 'socks4://proxy:1'])('refuses %j', (text) => {
    expect(() => parseEgressProxy(text)).toThrow(InvalidEgressProxyError);
  });

  it('gives proxies that differ only in their credentials different ids without showing these', () => {
    const ids = ['joe:secret', 'joe:other', 'ann:secret'].map(
      (login) => parseEgressProxy(`http://${login}@proxy:1`).egressId,
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids.join(' ')).not.toMatch(/joe|ann|secret|other/);
    expect(ids[0]).toMatch(/^http:\/\/\*\*\*@proxy:1#[0-9a-f]{6}$/);
  });

  it('takes two spellings of one proxy as the same', () => {
    expect(parseEgressProxy('SOCKS5H://Proxy:1080').url).toBe(parseEgressProxy('socks5://proxy').url);
  });
});
