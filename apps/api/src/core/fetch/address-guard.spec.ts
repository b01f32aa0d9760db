import { AddressGuard } from './address-guard';

describe('AddressGuard', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.0.1',
    '198.17.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:80b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('lets %s be fetched from', (address) => expect(new AddressGuard([]).permits(address)).toBe(true));

  it.each([
    ['this host', '0.0.0.0'],
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['shared by a carrier', '100.64.0.1'],
    ['link-local, where clouds keep credentials', '169.254.169.254'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback, written out', '0:0:0:0:0:0:0:1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['unique local', 'fd00::1'],
    ['where clouds keep credentials', 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['a tunnel to loopback', '2002:7f00:1::'],
    ['loopback as IPv6', '::ffff:127.0.0.1'],
    ['loopback as IPv6 in hex', '::ffff:7f00:1'],
    ['metadata through NAT64', '64:ff9b::a9fe:a9fe'],
    ['loopback in an old form', '::127.0.0.1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('refuses %s: %s', (_, address) => expect(new AddressGuard([]).permits(address)).toBe(false));

  it.each([
    ['10.1.2.3', true],
    ['::ffff:10.1.2.3', true],
    ['10.2.0.1', false],
    ['192.168.7.7', true],
    ['192.168.7.8', false],
    ['fd00:1::5', true],
    ['fd00:2::5', false],
  ])('opens what the operator has opened: %s', (address, isPermitted) => {
    expect(new AddressGuard(['10.1.0.0/16', '192.168.7.7', 'fd00:1::/32']).permits(address)).toBe(
      isPermitted,
    );
  });
});
