import {
  activateInBays,
  activatePlanogramVersion,
  type ListedActivation,
  type PlannedActivationRow,
} from '@gondola/pipeline/planogram-versions';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { BayNode, PlannedActivationNode, PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { unknownCodesError } from '../stores/unknown-codes-error.ts';
import {
  type ActivationInput,
  PlanogramVersionActivateInput,
  readActivation,
  toUserErrors,
} from './activation-input.ts';
import { readListedActivation } from './listed-activation.ts';

interface Payload {
  bayId?: string;
  versionId?: string;
  activation?: PlannedActivationRow;
  activations?: PlannedActivationRow[];
  unchanged?: number;
  userErrors?: UserErrorShape[];
}

const PlanogramVersionActivatePayload = builder
  .objectRef<Payload>('PlanogramVersionActivatePayload')
  .implement({
    fields: (t) => ({
      bay: t.field({
        type: BayNode,
        nullable: true,
        description: 'The bay, when one bay was activated at once; null otherwise.',
        resolve: ({ bayId }) => bayId ?? null,
      }),
      version: t.field({
        type: PlanogramVersionNode,
        nullable: true,
        resolve: ({ versionId }) => versionId ?? null,
      }),
      activation: t.field({
        type: PlannedActivationNode,
        nullable: true,
        description:
          'The activation, when there are several bays or a later instant; null otherwise. Workers complete it.',
        resolve: ({ activation }) => activation ?? null,
      }),
      activations: t.field({
        type: [PlannedActivationNode],
        description:
          'The activations of a list of bays, one for each instant: a local time comes at another instant in every time zone.',
        resolve: ({ activation, activations }) => activations ?? (activation ? [activation] : []),
      }),
      unchanged: t.int({
        nullable: true,
        description:
          'Bays of a list that follow the version already, or are planned to; null without a list.',
        resolve: ({ unchanged }) => unchanged ?? null,
      }),
      userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
    }),
  });

builder.mutationField('planogramVersionActivate', (t) =>
  t.field({
    type: PlanogramVersionActivatePayload,
    description:
      'Makes a version the active one of bays, now or at a later instant. New bays are created, and captures that wait for the version are released.',
    authScopes: { may: 'planogramVersionActivate' },
    args: { input: t.arg({ type: PlanogramVersionActivateInput, required: true }) },
    resolve: (_root, { input }, context) => activate(context, input),
  }),
);

async function activate(context: ApiContext, input: ActivationInput): Promise<Payload> {
  const listed = readListedActivation(input);
  if (listed !== null) return 'userErrors' in listed ? listed : activateListed(context, listed.asked);
  const read = readActivation(input);
  if ('userErrors' in read) return read;
  const result = await activatePlanogramVersion(context, actorOf(context.viewer), read.asked);
  if ('unknown' in result) return { userErrors: toUserErrors(result.unknown, input) };
  return 'problem' in result ? { userErrors: [atPast] } : result;
}

async function activateListed({ db, viewer }: ApiContext, asked: ListedActivation): Promise<Payload> {
  const result = await activateInBays(db, actorOf(viewer), asked);
  if ('activations' in result) return result;
  const { versionUnknown, storesUnknown } = result;
  const userErrors: UserErrorShape[] = [];
  if (versionUnknown)
    userErrors.push({
      code: 'VERSION_UNKNOWN',
      message: `There is no planogram version "${asked.label}".`,
      field: ['label'],
    });
  if (storesUnknown.length > 0)
    userErrors.push(unknownCodesError('STORE_UNKNOWN', 'store', storesUnknown, 'bays'));
  return { userErrors };
}

const atPast: UserErrorShape = {
  code: 'AT_PAST',
  message: 'This moment is over: leave it out to activate now.',
  field: ['at'],
};
