import { type Database, plannedActivation } from '@gondola/db';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import type { Log } from '../telemetry/log.ts';
import { carryOutChunk } from './activation/carry-out-chunk.ts';
import { endSilentDrifts } from './activation/end-silent-drifts.ts';
import { releaseNowActive } from './activation/release-now-active.ts';

export interface ActivationRound {
  /** Planned activations that this round ended. */
  ended: number;
  /** Bays that got another version. */
  activated: number;
  /** Captures that left the drift queue. */
  released: number;
  silentDriftsEnded: number;
}

/** Chunks a round works through before it lets the releases have their turn. */
const mostChunks = 200;

/**
 * One round of what activations need without a person: those that are due are carried out, the earliest first, bay by bay
 * in short transactions; then waiting captures whose version became the active one are released, and silent drifts that
 * this settled are ended. By the database's clock. Safe on every worker at once and after a kill at any point.
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

/** The earliest one only, ever: while another worker is at it, the later ones wait for its end as well. */
async function carryOutDue(db: Database): Promise<{ ended: number; activated: number }> {
  let ended = 0;
  let activated = 0;
  for (let chunk = 0; chunk < mostChunks; chunk += 1) {
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
