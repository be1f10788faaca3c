import { acknowledgeAlert } from '@gondola/pipeline/alerts';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { uuidOf } from '../ids/node-id.ts';
import { AlertActInput, AlertPayload, alertUnknown, toAlertPayload } from './alert-payload.ts';

builder.mutationField('alertAcknowledge', (t) =>
  t.field({
    type: AlertPayload,
    description: 'Marks an alert as noticed. The alert stays open, and marking it again changes nothing.',
    authScopes: { may: 'alertAcknowledge' },
    args: { input: t.arg({ type: AlertActInput, required: true }) },
    resolve: async (_root, { input }, { db, viewer }) => {
      const id = uuidOf('Alert', input.id);
      return id === null ? alertUnknown : toAlertPayload(await acknowledgeAlert(db, actorOf(viewer), id));
    },
  }),
);
