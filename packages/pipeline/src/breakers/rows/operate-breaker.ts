import { breaker, type Database } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Actor } from '../../audit/actor.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { breakerRows } from './breaker-rows.ts';

export interface BreakerAct {
  name: string;
  reason: string;
}

export type BreakerActResult = 'DONE' | 'BREAKER_UNKNOWN' | 'WRONG_STATE';

/** Excludes a provider from the fleet's ladder until a person restores it. WRONG_STATE: it is isolated already. */
export const isolateBreaker = (db: Database, actor: Actor, act: BreakerAct): Promise<BreakerActResult> =>
  operate(db, actor, 'isolate', act);

/**
 * Lets the fleet probe an isolated provider at once; the breaker closes when the probes succeed. WRONG_STATE: it is not
 * isolated.
 */
export const restoreBreaker = (db: Database, actor: Actor, act: BreakerAct): Promise<BreakerActResult> =>
  operate(db, actor, 'restore', act);

const actions = { isolate: 'breakerIsolate', restore: 'breakerRestore' } as const;

async function operate(
  db: Database,
  actor: Actor,
  kind: 'isolate' | 'restore',
  { name, reason }: BreakerAct,
): Promise<BreakerActResult> {
  return db.transaction(async (tx): Promise<BreakerActResult> => {
    // A misspelt name must not create a breaker: a breaker exists only after a worker has used it.
    const [known] = await tx.select({ name: breaker.name }).from(breaker).where(eq(breaker.name, name));
    if (!known) return 'BREAKER_UNKNOWN';
    const { transition } = await breakerRows(tx, Math.random).report(
      name,
      { kind, actor: actor.name, reason },
      actor.name,
    );
    if (!transition) return 'WRONG_STATE';
    const { from, generation } = transition;
    await recordAudit(tx, actor, {
      action: actions[kind],
      object: `breaker:${name}`,
      facts: { reason, from, generation },
    });
    return 'DONE';
  });
}
