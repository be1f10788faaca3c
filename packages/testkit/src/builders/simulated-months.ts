import {
  bay,
  capture,
  type Database,
  detectionSet,
  planogram,
  planogramPosition,
  planogramVersion,
  product,
  score,
  scoreFindings,
  type Verdict,
} from '@gondola/db';
import { v7 } from 'uuid';
import { seededRandom } from '../seeded-random.ts';
import { addStore } from './add-store.ts';

/** What one photo of a simulated month shows. A test changes it to let something happen. */
export interface SimulatedPhoto {
  /** Days since the first day of the months, from 0. */
  day: number;
  store: number;
  /** Number of the bay in its store, from 0. */
  bay: number;
  /** Code of the bay's planogram. */
  planogram: string;
  version: string;
  /** Share of the positions that become empty, or unknown, besides the usual ones. */
  empty: number;
  unknown: number;
  coverage: number;
  tier: number;
  modelId: string;
  /** Hash of the model's settings. */
  settings: string;
  firmware: string;
  cameraModel: string;
  sharpness: number;
}

export interface MonthsPlan {
  seed: number;
  /** The first day (UTC), such as 2026-09-01. */
  firstDay: string;
  days: number;
  stores: number;
  /** A bay for each; each code is a category too. */
  planograms: readonly string[];
  baysPerPlanogram?: number;
  positions?: number;
  photosPerDay?: number;
  /** Days between two photos of a bay. */
  everyDays?: number;
  /** Further versions that photos may name, each of the catalog of its planogram. */
  versions?: readonly { planogram: string; label: string; day: number }[];
  change?: (photo: SimulatedPhoto) => void;
}

export interface SimulatedMonths {
  dayOf(day: number): string;
  storeIds: string[];
  /** By the code of the planogram. */
  planogramIds: ReadonlyMap<string, string>;
  bayId(store: number, bay: number): string;
  /** Imports a further version of a planogram, whose products are of another catalog. */
  importVersion(code: string, label: string, options: { catalog: string; at: Date }): Promise<void>;
  /** Writes one more photo of each bay at this instant. */
  photographAll(at: Date, change: (photo: SimulatedPhoto) => void): Promise<void>;
}

const dayMs = 86_400_000;

/**
 * Writes months of scored captures as the pipeline leaves them. Usual noise: products sell out and come back after some
 * days, single products are not recognised, one photo in a hundred is bad, and one in fifty shows a part of the bay.
 */
export async function simulateMonths(db: Database, plan: MonthsPlan): Promise<SimulatedMonths> {
  const { positions = 30, baysPerPlanogram = 1, photosPerDay = 1, everyDays = 1, change = () => {} } = plan;
  const random = seededRandom(plan.seed);
  const start = Date.parse(`${plan.firstDay}T00:00:00Z`);
  const versions = new Map<string, PlannedVersion>();
  const planogramIds = new Map<string, string>();
  for (const code of plan.planograms) {
    const id = v7();
    await db.insert(planogram).values({ id, code: `${code}-${plan.seed}`, name: code });
    planogramIds.set(code, id);
  }
  const addVersion = async (code: string, label: string, catalog: string, createdAt: Date) => {
    const planogramId = planogramIds.get(code) ?? '';
    versions.set(label, await insertVersion(db, { planogramId, code, label, catalog, createdAt, positions }));
  };
  const longAgo = new Date(start - 90 * dayMs);
  for (const code of plan.planograms)
    await addVersion(code, `${code}-${plan.seed}-1`, `demo-${plan.seed}`, longAgo);
  for (const { planogram: code, label, day } of plan.versions ?? [])
    await addVersion(code, label, `demo-${plan.seed}`, new Date(start + day * dayMs));

  const storeIds: string[] = [];
  const bays: SimulatedBay[] = [];
  for (let shop = 0; shop < plan.stores; shop++) {
    const { storeId } = await addStore(db, `${plan.seed}-${shop}`);
    storeIds.push(storeId);
    const codes = plan.planograms.flatMap((code) => Array<string>(baysPerPlanogram).fill(code));
    for (const [number, code] of codes.entries()) {
      const id = v7();
      await db.insert(bay).values({ id, storeId, aisle: `A${number + 1}` });
      const goodness = 0.94 + 0.06 * random();
      bays.push({ id, storeId, store: shop, number, code, goodness, soldOut: new Set() });
    }
  }

  const photograph = (place: SimulatedBay, day: number, alter: (photo: SimulatedPhoto) => void) => {
    const photo: SimulatedPhoto = {
      day,
      store: place.store,
      bay: place.number,
      planogram: place.code,
      version: `${place.code}-${plan.seed}-1`,
      empty: 1 - place.goodness,
      unknown: 0.015,
      coverage: random() < 0.02 ? 0.2 + 0.2 * random() : 0.9 + 0.1 * random(),
      tier: 1,
      modelId: 'detector-1',
      settings: 'usual',
      firmware: '2.4.0',
      cameraModel: 'ShelfCam 3',
      // The light of a day and the hand of a person: a spread of some 25 %.
      sharpness: 300 * (1 + place.number / 4) * Math.exp(0.25 * gaussian(random)),
    };
    if (random() < 0.01) photo.unknown += 0.3;
    alter(photo);
    return photo;
  };
  const writer = capturesWriter(db, versions, random);
  for (let day = 0; day < plan.days; day++)
    for (const place of bays) {
      restock(place, positions, random);
      if (day % everyDays !== place.number % everyDays) continue;
      for (let n = 0; n < photosPerDay; n++)
        await writer.add(place, photograph(place, day, change), start + day * dayMs + (8 + n) * 3_600_000);
    }
  await writer.flush();

  return {
    dayOf: (day) => new Date(start + day * dayMs).toISOString().slice(0, 10),
    storeIds,
    planogramIds,
    bayId: (shop, number) => bays.find((place) => place.store === shop && place.number === number)?.id ?? '',
    importVersion: (code, label, { catalog, at }) => addVersion(code, label, catalog, at),
    async photographAll(at, alter) {
      for (const place of bays)
        await writer.add(place, photograph(place, plan.days, alter), at.getTime() - 1000);
      await writer.flush();
    },
  };
}

interface SimulatedBay {
  id: string;
  storeId: string;
  store: number;
  number: number;
  code: string;
  /** Share of positions that are usually right. */
  goodness: number;
  soldOut: Set<number>;
}

interface PlannedVersion {
  id: string;
  positions: { positionId: string; productId: string }[];
}

const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A product in sixty sells out in a day; more than half of them are back on the next. */
function restock({ soldOut }: SimulatedBay, positions: number, random: () => number): void {
  for (let position = 0; position < positions; position++)
    if (soldOut.has(position)) {
      if (random() < 0.6) soldOut.delete(position);
    } else if (random() < 1 / 60) soldOut.add(position);
}

async function insertVersion(
  db: Database,
  version: {
    planogramId: string;
    code: string;
    label: string;
    catalog: string;
    createdAt: Date;
    positions: number;
  },
): Promise<PlannedVersion> {
  const { planogramId, code, label, catalog, createdAt } = version;
  const id = v7();
  await db.insert(planogramVersion).values({
    id,
    planogramId,
    label,
    createdAt,
    widthMm: 1000,
    heightMm: 2000,
    shelves: [],
    sourceFormat: 'gondola',
    sourceSha256: label.padEnd(64, '0'),
  });
  const positions = Array.from({ length: version.positions }, (_, i) => ({
    positionId: `p${i}`,
    productId: v7(),
  }));
  await db.insert(product).values(
    positions.map(({ productId, positionId }) => ({
      id: productId,
      catalog,
      sku: `${label}-${positionId}`,
      name: positionId,
      category: code,
      widthMm: 90,
      heightMm: 200,
    })),
  );
  await db.insert(planogramPosition).values(
    positions.map((position, i) => ({
      ...position,
      versionId: id,
      shelfNumber: 1,
      sequence: i + 1,
      xMm: i,
      yMm: 0,
      widthMm: 90,
      heightMm: 200,
      facingsHorizontal: 1,
      facingsVertical: 1,
      facingsDepth: 1,
      orientation: 'front',
    })),
  );
  return { id, positions };
}

/** Rows of one statement: four tables with some 20 columns stay far below the limit of 65,535 parameters. */
const chunkSize = 500;

function capturesWriter(db: Database, versions: ReadonlyMap<string, PlannedVersion>, random: () => number) {
  const captures: (typeof capture.$inferInsert)[] = [];
  const detections: (typeof detectionSet.$inferInsert)[] = [];
  const scores: (typeof score.$inferInsert)[] = [];
  const findings: (typeof scoreFindings.$inferInsert)[] = [];
  const flush = async () => {
    if (captures.length === 0) return;
    await db.insert(capture).values(captures.splice(0));
    await db.insert(detectionSet).values(detections.splice(0));
    await db.insert(score).values(scores.splice(0));
    await db.insert(scoreFindings).values(findings.splice(0));
  };
  const add = async (place: SimulatedBay, photo: SimulatedPhoto, at: number): Promise<void> => {
    const version = versions.get(photo.version);
    if (!version) throw new Error(`no version ${photo.version}`);
    const [id, scoreId, detectionSetId] = [v7(), v7(), v7()];
    const instant = new Date(at);
    const seen = version.positions.map(({ positionId, productId }, i) => {
      const draw = random();
      const verdict: Verdict =
        place.soldOut.has(i) || draw < photo.empty
          ? 'MISSING'
          : draw < photo.empty + photo.unknown
            ? 'UNKNOWN_PRODUCT'
            : 'MATCH';
      const credit = verdict === 'MATCH' ? 1 : 0;
      return { positionId, verdict, expectedProductId: productId, credit };
    });
    const verdictCounts: Partial<Record<Verdict, number>> = {};
    for (const { verdict } of seen) verdictCounts[verdict] = (verdictCounts[verdict] ?? 0) + 1;
    const result = seen.reduce((sum, { credit }) => sum + credit, 0) / seen.length;
    const { coverage, tier, modelId, settings, firmware, cameraModel, sharpness } = photo;
    captures.push({
      id,
      storeId: place.storeId,
      bayId: place.id,
      keyVersion: 1,
      idempotencyKey: Buffer.from(id),
      payload: {},
      takenAt: instant,
      taggedVersion: photo.version,
      state: 'SCORED',
      pinnedVersionId: version.id,
      detectionSetId,
      currentScoreId: scoreId,
      score: result,
      coverage,
      tier,
      firmware,
      cameraModel,
      sharpness,
      scoredAt: instant,
      receivedAt: instant,
      traceParent: `00-${id.replaceAll('-', '')}-${id.slice(-12).padStart(16, '1')}-01`,
    });
    const about = { captureId: id, tier, modelId, configHash: settings, versionId: version.id };
    detections.push({ ...about, id: detectionSetId, realogram: {}, inferenceMs: 1 });
    scores.push({
      ...about,
      id: scoreId,
      detectionSetId,
      formulaVersion: 1,
      score: result,
      coverage,
      qualityFlags: [],
      createdAt: instant,
    });
    findings.push({ scoreId, verdictCounts, findings: seen });
    if (captures.length >= chunkSize) await flush();
  };
  return { add, flush };
}
