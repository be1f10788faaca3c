import type { AlertRule, Transaction } from '@gondola/db';
import { v7 } from 'uuid';
import { namedQuery } from '../store/named-query.ts';

export interface NewAlert {
  rule: AlertRule;
  /** What it is about, such as a capture's id. */
  subject: string;
  captureId: string | null;
  message: string;
}

/**
 * Raises alerts as part of the caller's transaction: one stays open per rule and subject, and what happens again is
 * counted on it with the newest message. An alert that a person has closed is not opened again; a new one is raised.
 */
export async function raiseAlerts(tx: Transaction, alerts: readonly NewAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  const bySubject = Map.groupBy(alerts, ({ rule, subject }) => JSON.stringify([rule, subject]));
  // Sorted: two transactions that raise the same alerts must take their locks in the same order.
  const rows = [...bySubject]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => {
      const newest = same.at(-1);
      return newest ? [{ ...newest, occurrences: same.length }] : [];
    });
  await namedQuery(tx, 'raise_alerts', raise, [
    rows.map(() => v7()),
    rows.map(({ rule }) => rule),
    rows.map(({ subject }) => subject),
    rows.map(({ captureId }) => captureId),
    rows.map(({ message }) => message),
    rows.map(({ occurrences }) => occurrences),
  ]);
}

const raise = `
  insert into alert (id, rule, subject, store_id, capture_id, message, occurrences)
  select i.id, i.rule, i.subject, (select store_id from capture where capture.id = i.capture_id), i.capture_id,
    i.message, i.occurrences
  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::int[])
    as i(id, rule, subject, capture_id, message, occurrences)
  on conflict (rule, subject) where closed_at is null do update
    set occurrences = alert.occurrences + excluded.occurrences, message = excluded.message, last_seen_at = now()`;
