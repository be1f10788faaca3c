import { recaptureRequest } from '@gondola/db';
import { askForRecapture, withdrawRecapture } from '@gondola/pipeline/recapture';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { type RecaptureRow, readRecaptureRequests } from '../queries/find-recapture-requests.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { RecaptureRequest } from './recapture-request.ts';
import { findTextErrors } from './text-limits.ts';

interface Payload {
  request: RecaptureRow | null;
  userErrors: UserErrorShape[];
}

const RecapturePayload = builder.objectRef<Payload>('RecapturePayload').implement({
  fields: (t) => ({
    recaptureRequest: t.field({
      type: RecaptureRequest,
      nullable: true,
      resolve: ({ request }) => request,
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const RecaptureRequestInput = builder.inputType('RecaptureRequestInput', {
  fields: (t) => ({
    captureId: t.id({ required: true, description: 'The global id or the bare UUID.' }),
    note: t.string({ description: 'Why; kept in the audit log.' }),
  }),
});

builder.mutationField('recaptureRequest', (t) =>
  t.field({
    type: RecapturePayload,
    description:
      'Asks the store for a new photo in place of a capture’s. Stays open until one comes or it is withdrawn.',
    authScopes: { may: 'recaptureRequest' },
    args: { input: t.arg({ type: RecaptureRequestInput, required: true }) },
    resolve: (_root, { input }, context) => ask(context, personOf(context.viewer), input),
  }),
);

async function ask(
  { db }: ApiContext,
  person: Person,
  { captureId, note }: typeof RecaptureRequestInput.$inferInput,
): Promise<Payload> {
  const userErrors = findTextErrors({ note: { value: note || undefined, limit: 'note' } });
  if (userErrors.length > 0) return { request: null, userErrors };
  const id = uuidOf('Capture', captureId);
  const requestId =
    id === null
      ? null
      : await db.transaction(async (tx) => {
          const asked = await askForRecapture(tx, id, { reasons: ['ASKED_BY_PERSON'], reopens: true });
          if (asked)
            await writeAudit(tx, person, 'recaptureRequest', `capture:${id}`, { note: note ?? null });
          return asked;
        });
  return requestId === null
    ? refused('CAPTURE_UNKNOWN', 'There is no capture of this id.', 'captureId')
    : { request: await readRequest(db, requestId), userErrors: [] };
}

const RecaptureWithdrawInput = builder.inputType('RecaptureWithdrawInput', {
  fields: (t) => ({ id: t.id({ required: true, description: 'The id of the request.' }) }),
});

builder.mutationField('recaptureWithdraw', (t) =>
  t.field({
    type: RecapturePayload,
    description: 'Takes a request back. The capture’s own story goes on as it would have.',
    authScopes: { may: 'recaptureWithdraw' },
    args: { input: t.arg({ type: RecaptureWithdrawInput, required: true }) },
    resolve: (_root, { input }, context) => withdraw(context, personOf(context.viewer), input.id),
  }),
);

async function withdraw({ db }: ApiContext, person: Person, given: string): Promise<Payload> {
  const id = uuidOf('RecaptureRequest', given);
  const request = id === null ? null : await readRequest(db, id);
  if (id === null || request === null)
    return refused('RECAPTURE_REQUEST_UNKNOWN', 'There is no request of this id.', 'id');
  const isWithdrawn = await db.transaction(async (tx) => {
    const captureId = await withdrawRecapture(tx, id);
    if (captureId) await writeAudit(tx, person, 'recaptureWithdraw', `capture:${captureId}`, {});
    return captureId !== null;
  });
  const now = await readRequest(db, id);
  if (isWithdrawn || now?.ending === 'WITHDRAWN') return { request: now, userErrors: [] };
  return {
    request: now,
    userErrors: [
      { code: 'RECAPTURE_REQUEST_CLOSED', message: 'The request is closed already.', field: ['id'] },
    ],
  };
}

const readRequest = async (db: ApiContext['db'], id: string): Promise<RecaptureRow | null> =>
  (await readRecaptureRequests(db, [id], recaptureRequest.id))[0] ?? null;

const refused = (code: string, message: string, field: string): Payload => ({
  request: null,
  userErrors: [{ code, message, field: [field] }],
});
