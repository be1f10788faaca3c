import type { Database } from '@gondola/db';
import { assertSchemaCurrent } from '@gondola/db/migrate';
import type { ObjectStore } from '@gondola/pipeline/objects';

export interface Readiness {
  ready: boolean;
  /** 'ok' or what is wrong, in plain words. */
  checks: Record<'database' | 'schema' | 'objectStore' | 'process', string>;
}

/** A probe that hangs is a probe that failed; orchestrators ask every few seconds. */
const checkTimeoutMs = 3_000;

/** Whether this process can do its work now: database there, its schema ours, object store usable. */
export async function readReadiness(parts: {
  db: Database;
  databaseUrl: string;
  objects: ObjectStore;
  stopping: boolean;
}): Promise<Readiness> {
  const [database, schema, objectStore] = await Promise.all([
    check(parts.db.execute('select 1')),
    check(assertSchemaCurrent(parts.databaseUrl)),
    check(parts.objects.probe()),
  ]);
  const checks = { database, schema, objectStore, process: parts.stopping ? 'stopping' : 'ok' };
  return { ready: Object.values(checks).every((word) => word === 'ok'), checks };
}

async function check(work: Promise<unknown>): Promise<string> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${checkTimeoutMs} ms`)), checkTimeoutMs);
  try {
    await Promise.race([work, late]);
    return 'ok';
  } catch (error) {
    return error instanceof Error && error.message !== '' ? error.message : 'failed';
  } finally {
    clearTimeout(timer);
  }
}
