import { auditLog, breaker, type Database, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { breakerBook } from './breaker-book.ts';

export interface BreakerAct {
  name: string;
  reason: string;
  /** Who does it, as the log of transitions and the audit log name them. */
  actor: string;
  /** Kept with the audit row, beside the reason. */
  facts: Record<string, unknown>;
}

export type BreakerActResult = 'DONE' | 'BREAKER_UNKNOWN' | 'WRONG_STATE';

/** Takes a provider out of the fleet's ladder until it is restored. WRONG_STATE: it is isolated already. */
export const isolateBreaker = (db: Database, act: BreakerAct): Promise<BreakerActResult> =>
  operate(db, 'isolate', act);

/** Lets the fleet probe an isolated provider at once; it closes when the probes succeed. WRONG_STATE: it is not isolated. */
export const restoreBreaker = (db: Database, act: BreakerAct): Promise<BreakerActResult> =>
  operate(db, 'restore', act);

const actions = { isolate: 'breakerIsolate', restore: 'breakerRestore' } as const;

async function operate(
  db: Database,
  kind: 'isolate' | 'restore',
  { name, reason, actor, facts }: BreakerAct,
): Promise<BreakerActResult> {
  return db.transaction(async (tx: Transaction): Promise<BreakerActResult> => {
    // A name that no worker has ever asked for gets no row here: a slip of the pen must not make a breaker.
    const [known] = await tx.select({ name: breaker.name }).from(breaker).where(eq(breaker.name, name));
    if (!known) return 'BREAKER_UNKNOWN';
    const { transition } = await breakerBook(tx, Math.random).report(name, { kind, actor, reason }, actor);
    if (!transition) return 'WRONG_STATE';
    const { from, generation } = transition;
    await tx.insert(auditLog).values({
      actor,
      action: actions[kind],
      object: `breaker:${name}`,
      facts: { ...facts, reason, from, generation },
    });
    return 'DONE';
  });
}
