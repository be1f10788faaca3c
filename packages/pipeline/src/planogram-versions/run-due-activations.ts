import { type Database, plannedActivation } from '@gondola/db';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { Log } from '../telemetry/log.ts';
import { carryOutChunk } from './activation/carry-out-chunk.ts';
import { endSilentDrifts } from './activation/end-silent-drifts.ts';
import { releaseNowActive } from './activation/release-now-active.ts';

export interface ActivationRound {
  /** Planned activations that this run completed. */
  ended: number;
  /** Bays with another version than before. */
  activated: number;
  /** Captures that left the drift queue. */
  released: number;
  silentDriftsEnded: number;
}

/** Chunks of one run before releases get their turn. */
const maxChunks = 200;

/**
 * Processes activations that need no person, once. Carries out due activations, earliest first, bay by bay in short
 * transactions. Then releases waiting captures whose version became active, and ends silent drifts that this settled.
 * Uses the database's clock. Safe on every worker at once, and after a crash at any point.
 */
export async function runDueActivations(tools: {
  db: Database;
  queue: CaptureQueue;
  log: Pick<Log, 'info'>;
}): Promise<ActivationRound> {
  const carried = await carryOutDue(tools.db);
  const released = await releaseNowActive(tools);
  const silentDriftsEnded = await endSilentDrifts(tools.db);
  const round = { ...carried, released, silentDriftsEnded };
  if (round.ended + round.activated + released + silentDriftsEnded > 0)
    tools.log.info(round, 'activations were carried out');
  return round;
}

/**
 * Carries out due activations one after the other. While another worker carries out the earliest one, the later ones
 * wait for its end too.
 */
async function carryOutDue(db: Database): Promise<{ ended: number; activated: number }> {
  let ended = 0;
  let activated = 0;
  for (let chunk = 0; chunk < maxChunks; chunk += 1) {
    const [next] = await db
      .select({ id: plannedActivation.id })
      .from(plannedActivation)
      .where(and(eq(plannedActivation.state, 'PLANNED'), lte(plannedActivation.dueAt, sql`now()`)))
      .orderBy(asc(plannedActivation.dueAt), asc(plannedActivation.id))
      .limit(1);
    if (!next) break;
    const ending = await db.transaction((tx) => carryOutChunk(tx, next.id));
    if (ending === null) break;
    activated += ending.activated;
    if (ending.isDone) ended += 1;
  }
  return { ended, activated };
}
