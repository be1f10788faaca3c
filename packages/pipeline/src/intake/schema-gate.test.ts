import { expect, test } from 'vitest';
import { passSchemaGate } from './schema-gate.ts';

const good = {
  schema_version: 1,
  store_id: '0421',
  aisle: 'A12-B03',
  timestamp: '2026-11-23T09:15:02.431+01:00',
  device_mac: '3C:5A:B4:01:02:03',
  planogram_version: 'snacks-2026-47',
  capture_resolution: '4032x3024',
  image_url: 'https://photos.example/1.jpg',
};

const gate = (changes: Record<string, unknown>) => passSchemaGate({ ...good, ...changes }, '0421');
const without = (field: string) => gate({ [field]: undefined });

test('a complete payload passes, and fields that the schema does not know stay with it', () => {
  expect(gate({ lens: 'wide' })).toMatchObject({ payload: { store_id: '0421', lens: 'wide' } });
});

test.each(Object.keys(good).filter((field) => field !== 'schema_version'))(
  'a payload without %s is refused by name',
  (field) => {
    expect(without(field)).toMatchObject({ problems: [{ path: `$.${field}`, code: 'FIELD_MISSING' }] });
  },
);

test.each([
  ['a number as store', { store_id: 421 }, 'FIELD_INVALID', '$.store_id'],
  ['null as aisle', { aisle: null }, 'FIELD_INVALID', '$.aisle'],
  ['a blank aisle', { aisle: '   ' }, 'FIELD_INVALID', '$.aisle'],
  ['a local time', { timestamp: '2026-11-23T09:15:02' }, 'FIELD_INVALID', '$.timestamp'],
  ['the 31st of June', { timestamp: '2026-06-31T09:15:02Z' }, 'FIELD_INVALID', '$.timestamp'],
  ['five bytes of MAC', { device_mac: '3C:5A:B4:01:02' }, 'FIELD_INVALID', '$.device_mac'],
  ['a resolution in words', { capture_resolution: 'full HD' }, 'FIELD_INVALID', '$.capture_resolution'],
  ['a file URL', { image_url: 'file:///etc/passwd' }, 'FIELD_INVALID', '$.image_url'],
  ['a GIF', { mime_type: 'image/gif' }, 'MIME_TYPE_REFUSED', '$.mime_type'],
  [
    'an upload beside the URL',
    { upload_id: '0198d7a2-0000-7000-8000-000000000000' },
    'FIELD_INVALID',
    '$.image_url',
  ],
  ['another store', { store_id: '0422' }, 'STORE_MISMATCH', '$.store_id'],
  ['schema version 9', { schema_version: 9 }, 'SCHEMA_VERSION_UNKNOWN', '$.schema_version'],
  ['NUL in a text', { aisle: 'A1\u0000' }, 'TEXT_INVALID', '$.aisle'],
  ['half a surrogate pair', { firmware: 'v1\ud800' }, 'TEXT_INVALID', '$.firmware'],
  ['half a surrogate pair in a name', { 'x\udfff': 1 }, 'TEXT_INVALID', '$'],
  ['more than 64 KiB', { note: 'x'.repeat(70_000) }, 'PAYLOAD_TOO_LARGE', '$'],
])('%s is refused with its reason', (_, changes, code, path) => {
  expect(gate(changes as Record<string, unknown>)).toMatchObject({ problems: [{ code, path }] });
});

test.each([
  ['null', null],
  ['a list', []],
  ['a text', 'x'],
  ['a number', 7],
])('%s is no payload', (_, raw) => {
  expect(passSchemaGate(raw, '0421')).toMatchObject({ problems: [{ code: 'NOT_AN_OBJECT' }] });
});

test('all that is wrong is told at once, the missing first', () => {
  const gated = passSchemaGate({ ...good, aisle: 7, timestamp: undefined }, '0421');
  expect(gated).toMatchObject({ problems: [{ path: '$.timestamp' }, { path: '$.aisle' }] });
});
