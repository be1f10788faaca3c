import { alert, type DeviationEnding, deviation, type Transaction } from '@gondola/db';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';

/** The author of automatic endings in rows that name people. */
const scheduler = 'schedule';

/** Ends a deviation, and closes its alert unless a person has closed it before. */
export async function endDeviation(
  tx: Transaction,
  { id, alertId }: { id: string; alertId: string },
  ending: DeviationEnding,
  at: SQL,
): Promise<void> {
  await tx.update(deviation).set({ endedAt: at, ending }).where(eq(deviation.id, id));
  await tx
    .update(alert)
    .set({
      closedAt: sql`now()`,
      closedBy: scheduler,
      params: sql`${alert.params} || ${JSON.stringify({ ending })}::jsonb`,
    })
    .where(and(eq(alert.id, alertId), isNull(alert.closedAt)));
}
