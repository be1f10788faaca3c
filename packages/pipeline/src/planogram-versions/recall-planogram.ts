import type { Database } from '@gondola/db';
import { LRUCache } from 'lru-cache';
import type { Planogram } from '../planogram/model.ts';
import { readPlanogram } from './read-planogram.ts';

/** Maximum number of cached versions: a large chain uses some hundred at a time. */
const maxCachedVersions = 500;
/** A version never changes, but an import may correct a name or size of its products. */
const maxAgeMs = 10_000;

const ofDatabase = new WeakMap<Database, LRUCache<string, Planogram>>();

/** Returns a planogram version as `readPlanogram` does, cached for consecutive captures. Callers must not modify it. */
export async function recallPlanogram(db: Database, versionId: string): Promise<Planogram> {
  let versions = ofDatabase.get(db);
  if (versions === undefined) {
    versions = new LRUCache<string, Planogram>({
      max: maxCachedVersions,
      ttl: maxAgeMs,
      fetchMethod: (id) => readPlanogram(db, id),
    });
    ofDatabase.set(db, versions);
  }
  return versions.forceFetch(versionId);
}
