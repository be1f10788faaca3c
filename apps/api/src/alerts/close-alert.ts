import { closeAlert } from '@gondola/pipeline/alerts';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { uuidOf } from '../ids/node-id.ts';
import { AlertActInput, AlertPayload, alertUnknown, toAlertPayload } from './alert-payload.ts';

builder.mutationField('alertClose', (t) =>
  t.field({
    type: AlertPayload,
    description:
      'Closes an alert. A new alert opens when the condition occurs again. Closing it again changes nothing.',
    authScopes: { may: 'alertClose' },
    args: { input: t.arg({ type: AlertActInput, required: true }) },
    resolve: async (_root, { input }, { db, viewer }) => {
      const id = uuidOf('Alert', input.id);
      return id === null ? alertUnknown : toAlertPayload(await closeAlert(db, actorOf(viewer), id));
    },
  }),
);
