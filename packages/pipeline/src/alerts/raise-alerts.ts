import { type AlertRule, alertCapture, type MessageParams, namedQuery, type Transaction } from '@gondola/db';
import { v7 } from 'uuid';

export interface NewAlert {
  rule: AlertRule;
  /** The subject, such as the id of a capture. */
  subject: string;
  captureId: string | null;
  /** The store of an alert that is about no capture. */
  storeId?: string | null;
  /** Captures that show why, the clearest first. */
  captureIds?: readonly string[];
  /** Values for the message of the rule. */
  params: MessageParams;
}

/**
 * Raises alerts in the transaction of the caller. One alert is open per rule and subject; it counts further occurrences
 * and has the newest parameters. A closed alert is not reopened: a new one is raised. Returns the ids of the alerts by
 * subject.
 */
export async function raiseAlerts(
  tx: Transaction,
  alerts: readonly NewAlert[],
): Promise<ReadonlyMap<string, string>> {
  if (alerts.length === 0) return new Map();
  const bySubject = Map.groupBy(alerts, ({ rule, subject }) => JSON.stringify([rule, subject]));
  // Sorted, so that two transactions that raise the same alerts take their locks in the same order.
  const rows = [...bySubject]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => {
      const newest = same.at(-1);
      return newest ? [{ ...newest, occurrences: same.length }] : [];
    });
  const raised = await namedQuery<{ id: string; subject: string }>(tx, 'raise_alerts', raise, [
    rows.map(() => v7()),
    rows.map(({ rule }) => rule),
    rows.map(({ subject }) => subject),
    rows.map(({ captureId }) => captureId),
    rows.map(({ params }) => JSON.stringify(params)),
    rows.map(({ occurrences }) => occurrences),
    rows.map(({ storeId = null }) => storeId),
  ]);
  const idBySubject = new Map(raised.map(({ id, subject }) => [subject, id]));
  const examples = rows.flatMap(({ subject, captureIds = [] }) =>
    captureIds.map((captureId, ordinal) => ({ alertId: idBySubject.get(subject) ?? '', captureId, ordinal })),
  );
  if (examples.length > 0) await tx.insert(alertCapture).values(examples).onConflictDoNothing();
  return idBySubject;
}

const raise = `
  insert into alert (id, rule, subject, store_id, capture_id, params, occurrences)
  select i.id, i.rule, i.subject,
    coalesce((select store_id from capture where capture.id = i.capture_id), i.store_id), i.capture_id,
    i.params, i.occurrences
  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::jsonb[], $6::int[], $7::uuid[])
    as i(id, rule, subject, capture_id, params, occurrences, store_id)
  on conflict (rule, subject) where closed_at is null do update
    set occurrences = alert.occurrences + excluded.occurrences, params = excluded.params, last_seen_at = now()
  returning id, subject`;
