import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idempotencyKey } from '../idempotency-key.ts';
import { payloadV1, payloadV2 } from '../payload-examples.testing.ts';
import { passSchemaGate } from '../schema-gate/schema-gate.ts';
import type { FieldTree } from './payload-version.ts';
import { payloadVersions } from './payload-versions.ts';
import { version1 } from './version-1.ts';
import { version2 } from './version-2.ts';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const word = fc.stringMatching(/^[A-Za-zÀ-ɏ0-9 -]{0,20}[A-Za-z0-9]$/);

/** The facts of a capture, in the fields of each version. */
const facts = fc
  .record({
    store: word,
    aisle: word,
    instant: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    mac: fc.stringMatching(/^([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$/),
    planogram: word,
    width: fc.integer({ min: 1, max: 99_999 }),
    height: fc.integer({ min: 1, max: 99_999 }),
    source: fc.oneof(
      fc.webUrl({ validSchemes: ['https'] }).map((url) => ({ url })),
      fc.uuid({ version: 7 }).map((upload_id) => ({ upload_id })),
    ),
    mime: optional(fc.constantFrom('image/jpeg', 'image/png', 'image/webp')),
    bytes: optional(fc.nat()),
    sha256: optional(fc.stringMatching(/^[0-9a-fA-F]{64}$/)),
    firmware: optional(fc.string({ unit: 'grapheme', maxLength: 100 })),
    battery: optional(fc.double({ min: 0, max: 1, noNaN: true })),
    supersedes: optional(fc.uuid({ version: 7 })),
  })
  .map((f) => {
    const shared = {
      store_id: f.store,
      aisle: f.aisle,
      planogram_version: f.planogram,
      supersedes: f.supersedes,
    };
    const { url, upload_id }: { url?: string; upload_id?: string } = f.source;
    const photo = { upload_id, mime_type: f.mime, byte_length: f.bytes, sha256: f.sha256 };
    const device = { firmware: f.firmware, battery: f.battery };
    const v1 = {
      ...shared,
      ...photo,
      ...device,
      image_url: url,
      timestamp: f.instant.toISOString(),
      device_mac: f.mac,
      capture_resolution: `${f.width}x${f.height}`,
    };
    const v2 = {
      ...shared,
      schema_version: 2,
      captured_at: f.instant.toISOString(),
      device: { ...device, mac: f.mac },
      photo: { ...photo, url, width: f.width, height: f.height },
    };
    return { store: f.store, v1, v2 };
  });

test('the same facts make the same payload and key in every version', () => {
  fc.assert(
    fc.property(facts, ({ store, v1, v2 }) => {
      const [first, second] = [v1, v2].map((raw) =>
        passSchemaGate(JSON.parse(JSON.stringify(raw)), store.trim()),
      );
      if (!first || !second || !('payload' in first) || !('payload' in second))
        throw new Error(JSON.stringify([first, second]));
      expect(first.payload).toEqual(second.payload);
      expect(idempotencyKey(first.payload)).toEqual(idempotencyKey(second.payload));
      expect([first.payloadVersion, second.payloadVersion]).toEqual([1, 2]);
    }),
    { numRuns: 1000 },
  );
});

test('the first upgrade step turns a version 1 payload into a version 2 payload', () => {
  fc.assert(
    fc.property(facts, ({ v1 }) => {
      const read = version1.parse(v1);
      if (!('parsed' in read)) throw new Error('not a version 1 payload');
      expect(version2.parse(version1.upgrade(read.parsed) as object)).toHaveProperty('parsed');
    }),
  );
});

const leaves = (fields: FieldTree, at = ''): string[] =>
  [...fields].flatMap(([name, inner]) => (inner ? leaves(inner, `${at}${name}.`) : [`${at}${name}`]));

test.each(payloadVersions)('version $version names each of its fields once', ({ names, fields }) => {
  const named = ['schema_version', ...Object.values(names).flat()];
  expect(named.toSorted()).toEqual(leaves(fields).toSorted());
});

test('versions count up from 1', () => {
  expect(payloadVersions.map(({ version }) => version)).toEqual(payloadVersions.map((_, i) => i + 1));
});

test('the examples describe the same capture', () => {
  const [a, b] = [payloadV1, payloadV2].map((raw) => passSchemaGate(raw, '0421'));
  expect(a && 'payload' in a && a.payload).toEqual(b && 'payload' in b && b.payload);
});
