import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bay,
  capture,
  captureEvent,
  type Database,
  planogram,
  planogramAssignment,
  planogramVersion,
  recaptureRequest,
  score,
} from '@gondola/db';
import { buildPayload } from '@gondola/testkit/payload';
import { type TinyWorld, tinyWorld } from '@gondola/testkit/tiny-world';
import { desc, eq, sql } from 'drizzle-orm';
import { sharp } from '../images/limits.ts';
import { readPhoto } from '../images/read-photo.testing.ts';
import type { Tier } from '../inference/tier.ts';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { createFileObjectStore } from '../objects/file-object-store.ts';
import { PhotoUnreachable } from '../photo-fetch/photo-unreachable.ts';
import { type PipelineTools, pipeline } from '../pipeline.ts';
import { type RunnerTools, runStage } from '../runner/run-stage.ts';
import { orUnusablePhoto } from '../stages/preprocess/unusable-photo.ts';
import { createLog } from '../telemetry/log.ts';

/** A world in which the test is the worker: no timer runs, and each job runs when the test starts it. */
export type QualityWorld = Awaited<ReturnType<typeof qualityWorld>>;

const emptyTier: Tier = {
  tier: 3,
  provider: 'scripted',
  model: { id: 'scripted', configHash: 'x' },
  detect: async () => ({ detections: [], planogramToPhoto: null, truncated: false }),
};

export async function qualityWorld(db: Database, url: string) {
  const world = await tinyWorld(db, url);
  /** The photos by address. */
  const web = new Map<string, Uint8Array>();
  let decodes = 0;
  const objects = createFileObjectStore(await mkdtemp(join(tmpdir(), 'gondola-quality-')));
  const tools: RunnerTools & PipelineTools = {
    db,
    queue: world.intake.queue,
    log: createLog({ name: 'test', level: 'silent' }),
    onMoved: () => {},
    objects,
    readPhoto: (bytes) => {
      decodes += 1;
      return orUnusablePhoto(readPhoto(bytes));
    },
    fetchPhoto: (address) => orUnusablePhoto(fetchFrom(web, address)),
    qualityRetryBaseSeconds: 60,
    random: () => 0.5,
    ladder: [{ tier: emptyTier, breaker: null, threshold: { minDetections: 0, minMeanConfidence: 0 } }],
    deadlineMs: 30_000,
    openPhoto: async () => ({ data: new Uint8Array(3), width: 1, height: 1 }),
    openReferences: async () => new Map(),
    findCover: async () => null,
    now: () => 0,
  };
  await activatePlanogram(db, world, 'A12-B03');

  const row = async (id: string) => {
    const [found] = await db.select().from(capture).where(eq(capture.id, id));
    if (!found) throw new Error(`no capture ${id}`);
    return found;
  };
  let ordinal = 0;
  return {
    ...world,
    db,
    web,
    objects,
    tools,
    row,
    decodes: () => decodes,
    async submitCapture(changes: Record<string, unknown> = {}): Promise<string> {
      ordinal += 1;
      const [result] = await acceptCaptures(world.intake, world.device, [buildPayload(ordinal, changes)]);
      if (result?.outcome !== 'ACCEPTED') throw new Error(`not accepted: ${JSON.stringify(result)}`);
      return result.captureId;
    },
    /** Runs the job that the capture currently names. */
    async work(id: string) {
      const { jobId, state } = await row(id);
      const stage = pipeline.find(({ from }) => (from as readonly string[]).includes(state));
      if (!stage || jobId === null) throw new Error(`nothing works on ${state}`);
      const job = { id: jobId, captureId: id, retryCount: 0, signal: new AbortController().signal };
      return runStage(stage, job, tools);
    },
    request: async (id: string) =>
      (await db.select().from(recaptureRequest).where(eq(recaptureRequest.captureId, id)))[0],
    lastEvent: async (id: string) =>
      (
        await db
          .select()
          .from(captureEvent)
          .where(eq(captureEvent.captureId, id))
          .orderBy(desc(captureEvent.revision))
          .limit(1)
      )[0],
    scoreOf: async (id: string) => (await db.select().from(score).where(eq(score.captureId, id)))[0],
    /** Returns the seconds until the job of the capture is due; 0 when it is due. */
    async dueInSeconds(id: string): Promise<number> {
      const { rows } = await db.execute<{ seconds: number }>(sql`
        select greatest(0, extract(epoch from j.start_after - now()))::float8 as seconds
        from pgboss.job j join capture c on c.job_id = j.id where c.id = ${id} and j.state < 'active'`);
      if (!rows[0]) throw new Error(`capture ${id} names no waiting job`);
      return rows[0].seconds;
    },
  };
}

async function fetchFrom(web: ReadonlyMap<string, Uint8Array>, address: string): Promise<Uint8Array> {
  const bytes = web.get(address);
  if (!bytes) throw new PhotoUnreachable('the server answered 404', { retry: false });
  return bytes;
}

/** Returns a chequerboard of 1100 px, sharp or blurred; `shade` makes its bytes unique. */
export const photoOf = (shade: number, { blurred = false, sidePx = 1100 } = {}): Promise<Buffer> => {
  const board = Buffer.from(
    Array.from({ length: 64 * 64 }, (_, i) => ((i + Math.floor(i / 64)) % 2 === 0 ? 0 : 200)),
  );
  const photo = sharp({
    create: { width: sidePx, height: sidePx, channels: 3, background: { r: shade, g: 90, b: 90 } },
  }).composite([{ input: board, raw: { width: 64, height: 64, channels: 1 }, tile: true, blend: 'add' }]);
  return photo
    .png()
    .toBuffer()
    .then((png) => (blurred ? sharp(png).blur(12) : sharp(png)).jpeg({ quality: 90 }).toBuffer());
};

/** Activates a version without positions: a capture gets a score row with nothing to assess. */
async function activatePlanogram(db: Database, { device }: TinyWorld, aisle: string): Promise<void> {
  const first = <Row>([found]: Row[]): Row => {
    if (found === undefined) throw new Error('nothing was written');
    return found;
  };
  const plan = first(await db.insert(planogram).values({ code: 'snacks', name: 'Snacks' }).returning());
  const version = first(
    await db
      .insert(planogramVersion)
      .values({
        planogramId: plan.id,
        label: 'snacks-2026-47',
        widthMm: 1000,
        heightMm: 500,
        shelves: [{ id: 's1', number: 1, xMm: 0, yMm: 400, widthMm: 1000, heightMm: 30 }],
        sourceFormat: 'gondola',
        sourceSha256: 'x',
      })
      .returning(),
  );
  const bayRow = first(await db.insert(bay).values({ storeId: device.storeId, aisle }).returning());
  await db
    .insert(planogramAssignment)
    .values({ bayId: bayRow.id, versionId: version.id, activatedBy: 'test' });
}
