import { expect, test } from 'vitest';
import { payloadV1, payloadV2 } from '../payload-examples.testing.ts';
import { passSchemaGate } from './schema-gate.ts';

const gate = (raw: unknown) => passSchemaGate(raw, '0421');
const gateV1 = (changes: Record<string, unknown>) => gate({ ...payloadV1, ...changes });

/** Runs the gate on a version 2 payload with fields changed by their dotted names; undefined removes one. */
function gateV2(changes: Record<string, unknown>) {
  const raw: Record<string, unknown> = structuredClone(payloadV2);
  for (const [name, value] of Object.entries(changes)) {
    const path = name.split('.');
    const last = path.pop() ?? '';
    const level = path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, raw);
    level[last] = value;
  }
  return gate(JSON.parse(JSON.stringify(raw)));
}

test.each([
  ['version 1', payloadV1, 1],
  ['version 1 without schema_version', { ...payloadV1, schema_version: undefined }, 1],
  ['version 2', payloadV2, 2],
])('a complete payload of %s passes as the same facts', (_, raw, payloadVersion) => {
  expect(gate(raw)).toMatchObject({
    payloadVersion,
    payload: {
      store_id: '0421',
      aisle: 'A12-B03',
      timestamp: '2026-11-23T09:15:02.431+01:00',
      device_mac: '3C:5A:B4:01:02:03',
      planogram_version: 'snacks-2026-47',
      capture_resolution: '4032x3024',
      image_url: 'https://photos.example/1.jpg',
      battery: 0.82,
    },
  });
});

test('version 2 adds the camera model', () => {
  expect(gateV2({ 'device.model': 'Axis M3067' })).toMatchObject({ payload: { deviceModel: 'Axis M3067' } });
});

test('fields that no version knows are ignored', () => {
  expect(gateV1({ lens: 'wide', rssi: -60 })).toHaveProperty('payload');
  expect(gateV2({ lens: 'wide', 'device.uptime': 7, 'photo.exif': { iso: 400 } })).toHaveProperty('payload');
});

const mandatoryV1 = [
  'store_id',
  'aisle',
  'timestamp',
  'device_mac',
  'planogram_version',
  'capture_resolution',
];
test.each([...mandatoryV1, 'image_url'])(
  'version 1 without %s is rejected with the name of the field',
  (field) => {
    expect(gateV1({ [field]: undefined })).toMatchObject({
      problems: [{ path: `$.${field}`, code: 'FIELD_MISSING' }],
    });
  },
);

const mandatoryV2 = ['store_id', 'aisle', 'captured_at', 'planogram_version', 'device', 'photo'];
test.each([...mandatoryV2, 'device.mac', 'photo.url', 'photo.width', 'photo.height'])(
  'version 2 without %s is rejected with the name of the field',
  (field) => {
    expect(gateV2({ [field]: undefined })).toMatchObject({
      problems: [{ path: `$.${field}`, code: 'FIELD_MISSING' }],
    });
  },
);

test.each([
  [
    'a number as store',
    { store_id: 421 },
    'FIELD_INVALID',
    '$.store_id',
    'store_id must be text, not a number.',
  ],
  ['null as aisle', { aisle: null }, 'FIELD_INVALID', '$.aisle', 'aisle must be text, not null.'],
  ['a blank aisle', { aisle: '   ' }, 'FIELD_INVALID', '$.aisle', 'aisle must have a visible character.'],
  [
    'an aisle of invisible characters',
    { aisle: '\u200b\u2060' },
    'FIELD_INVALID',
    '$.aisle',
    'aisle must have a visible character.',
  ],
  ['a local time', { timestamp: '2026-11-23T09:15:02' }, 'FIELD_INVALID', '$.timestamp', 'RFC 3339'],
  [
    'seconds since 1970',
    { timestamp: 1795425302 },
    'FIELD_INVALID',
    '$.timestamp',
    'must be text, not a number',
  ],
  ['the 31st of June', { timestamp: '2026-06-31T09:15:02Z' }, 'FIELD_INVALID', '$.timestamp', 'RFC 3339'],
  ['a leap second', { timestamp: '2016-12-31T23:59:60Z' }, 'FIELD_INVALID', '$.timestamp', 'RFC 3339'],
  ['24:00', { timestamp: '2026-11-23T24:00:00Z' }, 'FIELD_INVALID', '$.timestamp', 'RFC 3339'],
  ['the year 0', { timestamp: '0000-11-23T09:15:02Z' }, 'FIELD_INVALID', '$.timestamp', '1900 to 9999'],
  ['the year 10000 UTC', { timestamp: '9999-12-31T23:59:59-01:00' }, 'FIELD_INVALID', '$.timestamp', '1900'],
  ['five bytes of MAC', { device_mac: '3C:5A:B4:01:02' }, 'FIELD_INVALID', '$.device_mac', 'MAC address'],
  [
    'a resolution in words',
    { capture_resolution: 'full HD' },
    'FIELD_INVALID',
    '$.capture_resolution',
    '4032x3024',
  ],
  ['a file URL', { image_url: 'file:///etc/passwd' }, 'FIELD_INVALID', '$.image_url', 'http or https'],
  ['a GIF', { mime_type: 'image/gif' }, 'MIME_TYPE_REFUSED', '$.mime_type', 'must be one of image/jpeg'],
  ['a HEIC', { mime_type: 'image/heic' }, 'MIME_TYPE_REFUSED', '$.mime_type', 'Formats, Most Compatible'],
  ['half a byte', { byte_length: 0.5 }, 'FIELD_INVALID', '$.byte_length', 'must be a whole number of bytes'],
  ['82 per cent', { battery: 82 }, 'FIELD_INVALID', '$.battery', 'must be a share of 0 to 1'],
  [
    'an upload beside the URL',
    { upload_id: '0198d7a2-0000-7000-8000-000000000000' },
    'FIELD_INVALID',
    '$.image_url',
    'not both',
  ],
  ['another store', { store_id: '0422' }, 'STORE_MISMATCH', '$.store_id', 'store 0421, not to 0422'],
  ['schema version 9', { schema_version: 9 }, 'SCHEMA_VERSION_UNKNOWN', '$.schema_version', 'known are 1, 2'],
  [
    'a version as text',
    { schema_version: '2' },
    'SCHEMA_VERSION_UNKNOWN',
    '$.schema_version',
    'must be a number',
  ],
  [
    'no version at all',
    { schema_version: null },
    'SCHEMA_VERSION_UNKNOWN',
    '$.schema_version',
    'must be a number',
  ],
  ['NUL in a text', { aisle: 'A1\u0000' }, 'TEXT_INVALID', '$.aisle', 'control character'],
  ['half a surrogate pair', { firmware: 'v1\ud800' }, 'TEXT_INVALID', '$.firmware', 'surrogate'],
  ['half a surrogate pair in a name', { 'x\udfff': 1 }, 'TEXT_INVALID', '$', 'surrogate'],
  ['more than 64 KiB', { note: 'x'.repeat(70_000) }, 'PAYLOAD_TOO_LARGE', '$', 'larger'],
])('%s is rejected with its location and reason', (_, changes, code, path, words) => {
  expect(gateV1(changes as Record<string, unknown>)).toMatchObject({
    problems: [{ code, path, message: expect.stringContaining(words) }],
  });
});

test.each([
  ['a MAC as a list', { 'device.mac': ['3C'] }, 'FIELD_INVALID', '$.device.mac', 'must be text, not a list'],
  [
    'a width as text',
    { 'photo.width': '4032' },
    'FIELD_INVALID',
    '$.photo.width',
    'must be a number, not text',
  ],
  [
    'a photo as text',
    { photo: 'https://photos.example/1.jpg' },
    'FIELD_INVALID',
    '$.photo',
    'must be an object, not text',
  ],
  ['a GIF', { 'photo.mime_type': 'image/gif' }, 'MIME_TYPE_REFUSED', '$.photo.mime_type', 'must be one of'],
  ['another store', { store_id: '0422' }, 'STORE_MISMATCH', '$.store_id', 'store 0421'],
  [
    'an upload beside the URL',
    { 'photo.upload_id': '0198d7a2-0000-7000-8000-000000000000' },
    'FIELD_INVALID',
    '$.photo.url',
    'Give either photo.url or photo.upload_id, not both.',
  ],
])('in version 2, %s is rejected with its location and reason', (_, changes, code, path, words) => {
  expect(gateV2(changes)).toMatchObject({
    problems: [{ code, path, message: expect.stringContaining(words) }],
  });
});

test.each([
  ['null', null],
  ['a list', []],
  ['a text', 'x'],
  ['a number', 7],
])('%s is no payload', (_, raw) => {
  expect(gate(raw)).toMatchObject({ problems: [{ code: 'NOT_AN_OBJECT' }] });
});

test('nesting that would exhaust the stack is rejected', () => {
  const deep = JSON.parse(`{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`);
  expect(gate(deep)).toMatchObject({ problems: [{ code: 'PAYLOAD_TOO_LARGE', path: '$' }] });
});

test('all problems are reported at once, missing fields first', () => {
  expect(gateV1({ aisle: 7, timestamp: undefined })).toMatchObject({
    problems: [{ path: '$.timestamp' }, { path: '$.aisle' }],
  });
});
