import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

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

test('only loopback is added where loopback is allowed', () => {
  for (const address of ['127.0.0.1', '::1'])
    expect(isPublicAddress(address, { allowLoopback: true })).toBe(true);
  for (const address of ['10.0.0.1', '::ffff:127.0.0.1', '0.0.0.0', '169.254.169.254']) {
    expect(isPublicAddress(address, { allowLoopback: true })).toBe(false);
  }
});
