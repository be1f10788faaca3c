import type { MarkedAlert } from '@gondola/pipeline/alerts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { AlertNode } from '../graphql/nodes/nodes.ts';
import type { AlertRow } from './alert-rows.ts';

/** The payload and input of both acts on an alert. */

export interface AlertPayloadShape {
  alert: AlertRow | null;
  userErrors: UserErrorShape[];
}

export const AlertPayload = builder.objectRef<AlertPayloadShape>('AlertPayload').implement({
  fields: (t) => ({
    alert: t.expose('alert', { type: AlertNode, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

export const AlertActInput = builder.inputType('AlertActInput', {
  fields: (t) => ({ id: t.id({ required: true }) }),
});

export const toAlertPayload = (marked: MarkedAlert): AlertPayloadShape =>
  'alert' in marked ? { ...marked, userErrors: [] } : alertUnknown;

export const alertUnknown: AlertPayloadShape = {
  alert: null,
  userErrors: [{ code: 'ALERT_UNKNOWN', message: 'There is no alert of this id.', field: ['id'] }],
};
