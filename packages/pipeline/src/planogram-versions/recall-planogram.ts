import type { Database } from '@gondola/db';
import { LRUCache } from 'lru-cache';
import type { Planogram } from '../planogram/model.ts';
import { readPlanogram } from './read-planogram.ts';

/** A large chain runs some hundred versions at a time; a batch over all of them still reads each once a minute or so. */
const versionsKept = 500;
/** A version never changes, but what is known of its products may: an import mends a name or a size. */
const keptMs = 10_000;

const ofDatabase = new WeakMap<Database, LRUCache<string, Planogram>>();

/** A planogram version as `readPlanogram` gives it, read once for captures that come one after another. Not to be changed. */
export async function recallPlanogram(db: Database, versionId: string): Promise<Planogram> {
  let versions = ofDatabase.get(db);
  if (versions === undefined) {
    versions = new LRUCache<string, Planogram>({
      max: versionsKept,
      ttl: keptMs,
      fetchMethod: (id) => readPlanogram(db, id),
    });
    ofDatabase.set(db, versions);
  }
  return versions.forceFetch(versionId);
}
