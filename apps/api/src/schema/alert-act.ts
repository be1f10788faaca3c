import { alert, type Transaction } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import type { AlertRow } from '../queries/find-alerts.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { Alert } from './alert.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';

interface Payload {
  alert: AlertRow | null;
  userErrors: UserErrorShape[];
}

const AlertPayload = builder.objectRef<Payload>('AlertPayload').implement({
  fields: (t) => ({
    alert: t.expose('alert', { type: Alert, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const AlertActInput = builder.inputType('AlertActInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

/** Marks an alert where that was not done yet; answers whether it did. */
type Mark = (tx: Transaction, id: string, person: Person) => Promise<{ id: string } | undefined>;

const acknowledge: Mark = async (tx, id, { email }) =>
  (
    await tx
      .update(alert)
      .set({ acknowledgedAt: sql`now()`, acknowledgedBy: email })
      .where(and(eq(alert.id, id), isNull(alert.acknowledgedAt), isNull(alert.closedAt)))
      .returning({ id: alert.id })
  )[0];

const close: Mark = async (tx, id, { email }) =>
  (
    await tx
      .update(alert)
      .set({ closedAt: sql`now()`, closedBy: email })
      .where(and(eq(alert.id, id), isNull(alert.closedAt)))
      .returning({ id: alert.id })
  )[0];

builder.mutationField('alertAcknowledge', (t) =>
  t.field({
    type: AlertPayload,
    description: 'Someone is looking at it; it stays open. Doing it again changes nothing.',
    authScopes: { may: 'alertAcknowledge' },
    args: { input: t.arg({ type: AlertActInput, required: true }) },
    resolve: (_root, { input }, context) => act(context, input.id, 'alertAcknowledge', acknowledge),
  }),
);

builder.mutationField('alertClose', (t) =>
  t.field({
    type: AlertPayload,
    description: 'It is dealt with; when it happens again a new alert opens. Doing it again changes nothing.',
    authScopes: { may: 'alertClose' },
    args: { input: t.arg({ type: AlertActInput, required: true }) },
    resolve: (_root, { input }, context) => act(context, input.id, 'alertClose', close),
  }),
);

async function act({ db, viewer }: ApiContext, given: string, action: string, mark: Mark): Promise<Payload> {
  const person = personOf(viewer);
  const id = uuidOf('Alert', given);
  if (id === null) return unknown;
  return db.transaction(async (tx): Promise<Payload> => {
    const marked = await mark(tx, id, person);
    const [row] = await tx.select().from(alert).where(eq(alert.id, id));
    if (!row) return unknown;
    const { rule, subject } = row;
    if (marked) await writeAudit(tx, person, action, `alert:${id}`, { rule, subject });
    return { alert: row, userErrors: [] };
  });
}

const unknown: Payload = {
  alert: null,
  userErrors: [{ code: 'ALERT_UNKNOWN', message: 'There is no alert of this id.', field: ['id'] }],
};
