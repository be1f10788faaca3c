import { randomBytes } from 'node:crypto';
import { mkdtemp, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { capture, image, retentionPolicy } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { addScoredCaptures, importEditions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll } from 'vitest';
import { createFileObjectStore } from '../objects/file-object-store.ts';

/** Makes captures that were scored some time ago, with photos on a real disk. */
export async function openArchiveWorld(name: string, count: number) {
  const { db, url } = await createTestDatabase(name);
  const world = await tinyWorld(db, url);
  afterAll(() => world.stop());
  const root = await mkdtemp(path.join(tmpdir(), `gondola-${name}-`));
  const objects = createFileObjectStore(root);
  const { firstId, bayId } = await importEditions(db, world.device);
  const ids = await addScoredCaptures(db, world.device, { bayId, versionId: firstId, count });

  /** Stores an object with an old modification time, and its row. */
  async function addImage(bytes: Uint8Array = randomBytes(64)): Promise<string> {
    const { sha256, byteLength } = await objects.put(bytes);
    const old = new Date('2026-01-01T00:00:00Z');
    await utimes(path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256), old, old);
    await db.insert(image).values({ sha256, byteLength, mimeType: 'image/jpeg' }).onConflictDoNothing();
    return sha256;
  }

  return {
    db,
    ids,
    objects,
    root,
    world,
    tools: { db, queue: world.intake.queue, objects },
    addImage,
    /** Gives a capture a photo with its derivatives, or the photo of another capture. */
    async addPhoto(captureId: string, given: Partial<{ sha256: string; displaySha256: string }> = {}) {
      const photo = {
        sha256: given.sha256 ?? (await addImage()),
        displaySha256: given.displaySha256 ?? (await addImage()),
        thumbnailSha256: await addImage(),
      };
      await db.update(capture).set(photo).where(eq(capture.id, captureId));
      return photo;
    },
    setPolicy: async (days: Partial<typeof retentionPolicy.$inferInsert> = {}) =>
      db.insert(retentionPolicy).values({
        reviewDays: 30,
        cleanPhotoDays: 90,
        faultyPhotoDays: 365,
        noticeDays: 7,
        note: 'test',
        createdBy: 'test',
        ...days,
      }),
    async scoredDaysAgo(captureId: string, days: number) {
      await db
        .update(capture)
        .set({ scoredAt: sql`now() - make_interval(days => ${days}::int)` })
        .where(eq(capture.id, captureId));
    },
    async archivedDaysAgo(captureId: string, days: number) {
      await db
        .update(capture)
        .set({ archivedAt: sql`now() - make_interval(days => ${days}::int)` })
        .where(eq(capture.id, captureId));
    },
    captureOf: async (captureId: string) => {
      const [row] = await db.select().from(capture).where(eq(capture.id, captureId));
      if (!row) throw new Error('no capture');
      return row;
    },
    imageOf: async (sha256: string) => (await db.select().from(image).where(eq(image.sha256, sha256)))[0],
  };
}
