import { createHash } from 'node:crypto';
import { deadLetter, store } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { actorNamed } from '../audit/actor.ts';
import { payloadV2 } from '../intake/payload-examples.testing.ts';
import { passSchemaGate } from '../intake/schema-gate/schema-gate.ts';
import { definePayloadVersion } from '../intake/versions/payload-version.ts';
import { type PayloadVersions, payloadVersions } from '../intake/versions/payload-versions.ts';
import { version1 } from '../intake/versions/version-1.ts';
import { version2 } from '../intake/versions/version-2.ts';
import { recheckDeadLetters } from './recheck-dead-letters.ts';
import { recordPayloadPatch } from './record-payload-patch.ts';

const { db } = await createTestDatabase('new_version');
const [shop] = await db.insert(store).values({ code: '0421', name: 'Harbour' }).returning();

/** A version 3 as a later deployment might add it: `bay` replaces `aisle`. */
const said = z.unknown();
const schema = z.looseObject({
  schema_version: z.literal(3),
  bay: z.string(),
  store_id: said,
  captured_at: said,
  planogram_version: said,
  supersedes: said.optional(),
  device: said,
  photo: said,
});
const version3 = definePayloadVersion({
  version: 3,
  schema,
  names: { ...version2.names, aisle: ['bay'] },
  upgrade: ({ bay, ...rest }) => version2.upgrade({ ...rest, aisle: bay }),
});
const later: PayloadVersions = [
  version1,
  {
    ...version2,
    upgrade: (v2) => {
      const { aisle, ...rest } = v2 as Record<string, unknown>;
      return { ...rest, bay: aisle };
    },
  },
  version3,
];

const { aisle: bay, ...rest } = payloadV2;
const payloadV3 = { ...rest, schema_version: 3, bay };

async function deadLetterCapture(raw: unknown): Promise<string> {
  const gated = passSchemaGate(raw, '0421');
  if (!('problems' in gated)) throw new Error('today’s gate knows it');
  const [first] = gated.problems;
  const rawPayload = JSON.stringify(raw);
  const [row] = await db
    .insert(deadLetter)
    .values({
      stage: 'intake',
      reason: first.code,
      problems: gated.problems,
      rawPayload,
      payloadSha256: createHash('sha256').update(rawPayload).digest('hex'),
      storeId: shop?.id ?? null,
    })
    .returning();
  return row?.id ?? '';
}

test('a new version, with a new target for the step before it, reads every older payload as before', () => {
  expect(passSchemaGate(payloadV2, '0421', later)).toEqual(
    passSchemaGate(payloadV2, '0421', payloadVersions),
  );
  expect(passSchemaGate(payloadV3, '0421', later)).toMatchObject({
    payloadVersion: 3,
    payload: { aisle: 'A12-B03' },
  });
});

test('a dead letter of an unknown version passes once a deployment supports the version', async () => {
  const id = await deadLetterCapture(payloadV3);
  const group = { reason: 'SCHEMA_VERSION_UNKNOWN' } as const;
  expect(await recheckDeadLetters(db, group)).toEqual({ rechecked: 1, passing: 0 });
  expect(await recheckDeadLetters(db, group, later)).toEqual({ rechecked: 1, passing: 1 });
  const [row] = await db.select().from(deadLetter).where(eq(deadLetter.id, id));
  expect(row).toMatchObject({ remainingProblems: [], payloadPatchId: null, resolvedAt: null });
});

test('a patch that forced a payload into an older version does not block its own version', async () => {
  const id = await deadLetterCapture({ ...payloadV3, captured_at: '2026-11-23T10:00:00Z' });
  const operations = [{ op: 'replace', path: '/schema_version', value: 2 }];
  const recorded = await recordPayloadPatch(db, actorNamed('operator@demo.gondola.local'), {
    reason: 'SCHEMA_VERSION_UNKNOWN',
    operations,
    note: 'try',
  });
  expect(recorded).toMatchObject({ mended: 0 });
  await recheckDeadLetters(db, { reason: 'SCHEMA_VERSION_UNKNOWN' }, later);
  const [row] = await db.select().from(deadLetter).where(eq(deadLetter.id, id));
  expect(row).toMatchObject({ remainingProblems: [], payloadPatchId: null });
});
