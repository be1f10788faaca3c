import { expect, test } from 'vitest';
import { parseAddressRanges } from './address-ranges.ts';
import { defaultPhotoUrlRules } from './photo-url-rules.ts';
import { isPublicAddress, mayReach } from './public-address.ts';

test.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '2606:4700::1111'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '100.64.0.1',
  '168.63.129.16',
  '::ffff:8.8.8.8',
  'fe80::1%eth0',
  '64:ff9b::808:808',
  '::127.0.0.1',
  '::808:808',
  '4000::1',
  '',
  'localhost',
  '8.8.8.8:80',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('a denied range excludes public addresses, of its own address family only', () => {
  const denied = parseAddressRanges('8.8.8.0/24, 2606:4700::1111,');
  expect(isPublicAddress('8.8.8.8', denied)).toBe(false);
  expect(isPublicAddress('2606:4700::1111', denied)).toBe(false);
  expect(isPublicAddress('8.8.9.8', denied)).toBe(true);
  expect(isPublicAddress('2606:4700::1112', denied)).toBe(true);
});

test.each(['10.1', '8.8.8.8/33', '0x7f000001', 'example.com', '::1/129', '8.8.8.8-9'])(
  '"%s" is no range of addresses',
  (text) => {
    expect(() => parseAddressRanges(text)).toThrow(text);
  },
);

test('a port that is open for tests reaches loopback, and no other port does', () => {
  const rules = { ...defaultPhotoUrlRules, loopbackPorts: [8080] };
  for (const address of ['127.0.0.1', '127.8.8.8', '::1']) {
    expect(mayReach(address, 8080, rules)).toBe(true);
    expect(mayReach(address, 443, rules)).toBe(false);
  }
  for (const address of ['8.8.8.8', '10.0.0.1', '::ffff:127.0.0.1', '0.0.0.0', '169.254.169.254', '']) {
    expect(mayReach(address, 8080, rules)).toBe(false);
  }
});
