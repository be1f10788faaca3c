import { bay, type Database, planogram } from '@gondola/db';
import { v7 } from 'uuid';
import { seededRandom } from '../../seeded-random.ts';
import { addStore } from '../add-store.ts';
import { capturesWriter, type SimulatedBay } from './captures-writer.ts';
import type { MonthsPlan, SimulatedPhoto } from './months-plan.ts';
import { importNow, insertVersion, oneShelf, type PlannedVersion } from './planned-version.ts';

export type { MonthsPlan, SimulatedPhoto } from './months-plan.ts';

export interface SimulatedMonths {
  dayOf(day: number): string;
  storeIds: string[];
  /** By the code of the planogram. */
  planogramIds: ReadonlyMap<string, string>;
  bayId(store: number, bay: number): string;
  /** Imports a further version of a planogram as a person does, now; its products are of another catalog. */
  importVersion(code: string, label: string, catalog: string): Promise<void>;
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
    const shelf = oneShelf(label, code, positions);
    versions.set(label, await insertVersion(db, shelf, { planogramId, label, catalog, createdAt }));
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
    async importVersion(code, label, catalog) {
      const about = { code: `${code}-${plan.seed}`, name: code, label, catalog };
      versions.set(label, await importNow(db, oneShelf(label, code, positions), about));
    },
    async photographAll(at, alter) {
      for (const place of bays)
        await writer.add(place, photograph(place, plan.days, alter), at.getTime() - 1000);
      await writer.flush();
    },
  };
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
