import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalInstant, idempotencyKey } from './idempotency-key.ts';

const key = (aisle: string, timestamp: string, device_mac: string) =>
  Buffer.from(idempotencyKey({ aisle, timestamp, device_mac })).toString('hex');

const original = key('A12-B03', '2026-11-23T09:15:02.431+01:00', '3C:5A:B4:01:02:03');

test.each([
  ['another spelling of the MAC', 'A12-B03', '2026-11-23T09:15:02.431+01:00', '3c-5a-b4-01-02-03'],
  ['a MAC in Cisco groups', 'A12-B03', '2026-11-23T09:15:02.431+01:00', '3c5a.b401.0203'],
  ['another time zone', 'A12-B03', '2026-11-23T08:15:02.431Z', '3C:5A:B4:01:02:03'],
  ['zeros behind the fraction', 'A12-B03', '2026-11-23T08:15:02.431000Z', '3C:5A:B4:01:02:03'],
  ['case and spaces of the aisle', ' a12-b03 ', '2026-11-23T08:15:02.431Z', '3C:5A:B4:01:02:03'],
])('a resend with %s has the same key', (_, ...parts) => {
  expect(key(...parts)).toBe(original);
});

test.each([
  ['another aisle', 'A12-B04', '2026-11-23T09:15:02.431+01:00', '3C:5A:B4:01:02:03'],
  ['a later millisecond', 'A12-B03', '2026-11-23T09:15:02.432+01:00', '3C:5A:B4:01:02:03'],
  ['a finer fraction', 'A12-B03', '2026-11-23T09:15:02.4311+01:00', '3C:5A:B4:01:02:03'],
  ['another device', 'A12-B03', '2026-11-23T09:15:02.431+01:00', '3C:5A:B4:01:02:04'],
])('%s makes another key', (_, ...parts) => {
  expect(key(...parts)).not.toBe(original);
});

test('composed and decomposed letters name one aisle', () => {
  expect(key('Caf\u00e9', '2026-01-01T00:00:00Z', '3C5AB4010203')).toBe(
    key('Cafe\u0301', '2026-01-01T00:00:00Z', '3C5AB4010203'),
  );
});

test('no text moved over the border of two parts makes the same key', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, cut) => {
      const at = cut % (text.length + 1);
      const whole = key(text, '2026-01-01T00:00:00Z', '3C5AB4010203');
      const parts = key(text.slice(0, at), '2026-01-01T00:00:00Z', '3C5AB4010203');
      const same = text.slice(0, at).normalize('NFC').trim() === text.normalize('NFC').trim();
      return same || whole !== parts;
    }),
  );
});

test('instants before 1970 and leap years keep their order', () => {
  expect(canonicalInstant('1969-12-31T23:59:59.5Z')).toBe('-1.5');
  expect(canonicalInstant('2024-02-29T12:00:00.500+00:00')).toBe('1709208000.5');
});
