import {
  bay,
  capture,
  type Database,
  image,
  planogramAssignment,
  planogramVersion,
  store,
} from '@gondola/db';
import { buildPayload } from '@gondola/testkit/payload';
import type { TinyWorld } from '@gondola/testkit/tiny-world';
import { eq, isNull, sql } from 'drizzle-orm';
import { smallBay } from '../compliance/small-bay.testing.ts';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { advance } from '../runner/advance.ts';
import { claimVersion } from '../stages/infer/claim-version.ts';
import { holdForVersion } from '../stages/infer/save-infer.ts';
import { importVersion } from './import-version.ts';

const photoSha256 = 'f'.repeat(64);
let ordinal = 0;

/** Imports a version drawn by `smallBay`. Returns its id. */
export async function addVersion(
  db: Database,
  label: string,
  rows: string[],
  period: { effectiveFrom?: Date; effectiveTo?: Date } = {},
): Promise<string> {
  const imported = await db.transaction((tx) =>
    importVersion(tx, {
      planogram: smallBay(...rows),
      code: 'snacks',
      name: 'Snacks',
      label,
      catalog: 'test',
      effectiveFrom: period.effectiveFrom ?? null,
      effectiveTo: period.effectiveTo ?? null,
      sourceFormat: 'gondola',
      sourceSha256: label.padEnd(64, '0'),
      createdBy: 'tester',
    }),
  );
  if ('problem' in imported) throw new Error(imported.problem);
  return imported.versionId;
}

export async function addStore(db: Database, code: string): Promise<string> {
  const [row] = await db
    .insert(store)
    .values({ code, name: `Store ${code}` })
    .returning();
  if (!row) throw new Error('no store');
  return row.id;
}

/** Inserts a capture that waits for the version gate. */
export async function addPreprocessed(
  { intake, device }: TinyWorld,
  tag: string,
  aisle: string,
): Promise<string> {
  const { db, queue } = intake;
  ordinal += 1;
  const payload = buildPayload(ordinal, { planogram_version: tag, aisle });
  const [result] = await acceptCaptures(intake, device, [payload]);
  if (!result || !('captureId' in result)) throw new Error('the capture was not accepted');
  await db
    .insert(image)
    .values({ sha256: photoSha256, byteLength: 1, mimeType: 'image/jpeg' })
    .onConflictDoNothing();
  const standing = { id: result.captureId, state: 'INGESTED', revision: 0 } as const;
  await advance(db, queue, standing, {
    to: 'PREPROCESSED',
    reason: 'PASS',
    facts: {},
    actor: 'tester',
    write: async () => ({ sha256: photoSha256 }),
  });
  return result.captureId;
}

/** Inserts a capture with this tag that the gate has sent to the drift queue. */
export async function addDrifted(world: TinyWorld, tag: string, aisle: string): Promise<string> {
  const { db, queue } = world.intake;
  const id = await addPreprocessed(world, tag, aisle);
  const decision = await claimVersion(db, id);
  if (!decision || !('drift' in decision)) throw new Error('the gate let it through');
  await advance(
    db,
    queue,
    { id, state: 'PREPROCESSED', revision: 1 },
    {
      to: 'VERSION_DRIFT',
      reason: decision.drift.reason,
      facts: {},
      actor: 'tester',
      write: (tx) => holdForVersion(tx, id, decision.drift),
    },
  );
  return id;
}

/** Returns state, pinned version and mapped-from version of a capture. */
export async function readCapture(db: Database, id: string) {
  const [row] = await db
    .select({
      state: capture.state,
      pinnedVersionId: capture.pinnedVersionId,
      mappedFromVersionId: capture.mappedFromVersionId,
    })
    .from(capture)
    .where(eq(capture.id, id));
  return row;
}

/** Returns the label of the active version, by `store code/aisle`. */
export async function activeLabels(db: Database): Promise<Record<string, string>> {
  const rows = await db
    .select({ place: sql<string>`${store.code} || '/' || ${bay.aisle}`, label: planogramVersion.label })
    .from(planogramAssignment)
    .innerJoin(bay, eq(bay.id, planogramAssignment.bayId))
    .innerJoin(store, eq(store.id, bay.storeId))
    .innerJoin(planogramVersion, eq(planogramVersion.id, planogramAssignment.versionId))
    .where(isNull(planogramAssignment.deactivatedAt))
    .orderBy(store.code, bay.aisle);
  return Object.fromEntries(rows.map(({ place, label }) => [place, label]));
}
