import {
  bay,
  capture,
  type Database,
  image,
  planogramAssignment,
  planogramVersion,
  store,
} from '@gondola/db';
import { eq, isNull, sql } from 'drizzle-orm';
import { smallBay } from '../compliance/small-bay.ts';
import { acceptCaptures } from '../intake/accept-captures.ts';
import { advance } from '../runner/advance.ts';
import { passVersionGate } from '../store/pass-version-gate.ts';
import { holdForVersion } from '../store/save-infer.ts';
import { goodPayload, type TinyWorld } from '../testing.ts';
import { importVersion } from './import-version.ts';

const photoSha256 = 'f'.repeat(64);
let ordinal = 0;

/** A version drawn as `smallBay` draws bays. Answers its id. */
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
  if ('conflict' in imported) throw new Error(imported.message);
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

/** A capture that waits for the version gate. */
export async function addPreprocessed(
  { intake, device }: TinyWorld,
  tag: string,
  aisle: string,
): Promise<string> {
  const { db, queue } = intake;
  ordinal += 1;
  const payload = goodPayload(ordinal, { planogram_version: tag, aisle });
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

/** A capture that came to the gate with this tag and waits in the drift queue now. */
export async function addDrifted(world: TinyWorld, tag: string, aisle: string): Promise<string> {
  const { db, queue } = world.intake;
  const id = await addPreprocessed(world, tag, aisle);
  const decision = await passVersionGate(db, id);
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

/** State, pinned version and mapped-from version of a capture. */
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

/** The label of the active version, by `store code/aisle`. */
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
