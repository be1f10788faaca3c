import { expect, test } from 'vitest';
import { payloadV1, payloadV2 } from '../payload-examples.testing.ts';
import { passSchemaGate } from '../schema-gate/schema-gate.ts';

/** Returns the problems that the gate reports for a payload. */
function problemsOf(raw: Record<string, unknown>) {
  const gated = passSchemaGate(raw, '0421');
  return 'problems' in gated ? gated.problems.map(({ path, message }) => `${path} ${message}`) : [];
}

function renamed(raw: object, name: string, newName: string): Record<string, unknown> {
  const { [name]: value, ...rest } = raw as Record<string, unknown>;
  return { ...rest, [newName]: value };
}

test.each([
  ['planogram_version', 'plano_version', 'plano_version looks like it'],
  ['planogram_version', 'planogramVersion', 'planogramVersion looks like it'],
  ['capture_resolution', 'resolution', 'resolution looks like it'],
  ['device_mac', 'mac', 'mac looks like it'],
  ['store_id', 'store', 'store looks like it'],
  ['timestamp', 'captured_at', 'captured_at is its name in schema version 2'],
  ['timestamp', 'time-stamp', '["time-stamp"] looks like it'],
])('when %s arrives as %s, the likely field is named', (name, newName, hint) => {
  expect(problemsOf(renamed(payloadV1, name, newName))).toEqual([`$.${name} ${name} is missing; ${hint}.`]);
});

test('a field with an unrelated name is not suggested', () => {
  expect(problemsOf(renamed(payloadV1, 'timestamp', 'zzz'))).toEqual(['$.timestamp timestamp is missing.']);
});

test('a renamed photo URL is suggested too', () => {
  expect(problemsOf(renamed(payloadV1, 'image_url', 'img_url'))).toEqual([
    '$.image_url Either image_url or upload_id is required; img_url looks like it.',
  ]);
});

test.each([
  [{ ...payloadV1, mimetype: 'image/jpeg' }, '$.mimetype mimetype is not known; it looks like mime_type.'],
  [{ ...payloadV1, 'sha-256': 'x' }, '$["sha-256"] ["sha-256"] is not known; it looks like sha256.'],
  [{ ...payloadV1, supersede: 'x' }, '$.supersede supersede is not known; it looks like supersedes.'],
  [
    { ...payloadV2, device: { ...payloadV2.device, modle: 'x' } },
    '$.device.modle device.modle is not known; it looks like device.model.',
  ],
])('a typing error in the name of an optional field is reported', (raw, problem) => {
  expect(problemsOf(raw)).toEqual([problem]);
});

test.each([
  [
    { ...payloadV1, captured_at: payloadV1.timestamp },
    '$.captured_at captured_at is a field of schema version 2; version 1 has timestamp.',
  ],
  [
    { ...payloadV1, device: { model: 'x' } },
    '$.device device is a field of schema version 2; version 1 has device_mac, firmware, battery.',
  ],
  [
    { ...payloadV2, mime_type: 'image/jpeg' },
    '$.mime_type mime_type is a field of schema version 1; version 2 has photo.mime_type.',
  ],
  [
    { ...payloadV2, battery: 0.3 },
    '$.battery battery is a field of schema version 1; version 2 has device.battery.',
  ],
])('a field of another version is reported with its name in this version', (raw, problem) => {
  expect(problemsOf(raw)).toEqual([problem]);
});

test('a version 2 payload that declares version 1 gets the right name for each field', () => {
  const problems = problemsOf({ ...payloadV2, schema_version: 1 });
  expect(problems).toContain(
    '$.timestamp timestamp is missing; captured_at is its name in schema version 2.',
  );
  expect(problems).toContain('$.device_mac device_mac is missing; device is its name in schema version 2.');
});

test('a misspelt schema_version is not treated as version 1', () => {
  const { schema_version: version, ...rest } = payloadV1;
  expect(problemsOf({ ...rest, schemaVersion: version })).toEqual([
    '$.schemaVersion schemaVersion is not known; it looks like schema_version.',
  ]);
});

test('names of any length and number are checked fast', () => {
  const noise = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`telemetry_${i}`, i]));
  expect(problemsOf({ ...payloadV1, ...noise, ['x'.repeat(20_000)]: 1 })).toEqual([]);
});
