import { type AlertRule, namedQuery, type Transaction } from '@gondola/db';

/**
 * Closes the open alerts of subjects whose condition has ended, in the transaction of the caller.
 *
 * @param by the component that found the end, in place of a person.
 */
export async function closeResolvedAlerts(
  tx: Transaction,
  { rule, subjects, by }: { rule: AlertRule; subjects: readonly string[]; by: string },
): Promise<void> {
  if (subjects.length === 0) return;
  await namedQuery(tx, 'close_resolved_alerts', close, [rule, subjects, by]);
}

const close = `
  update alert set closed_at = now(), closed_by = $3::text
  where id in (
    select id from alert where rule = $1::text and subject = any($2::text[]) and closed_at is null
    order by subject for no key update)`;
