import { activateVersion } from '@gondola/pipeline/planogram-versions';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { findStore } from '../queries/find-store.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { BayNode, PlanogramVersionNode } from './nodes.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { findTextErrors } from './text-limits.ts';

interface Payload {
  bayId?: string;
  versionId?: string;
  userErrors?: UserErrorShape[];
}

const PlanogramVersionActivatePayload = builder
  .objectRef<Payload>('PlanogramVersionActivatePayload')
  .implement({
    fields: (t) => ({
      bay: t.field({ type: BayNode, nullable: true, resolve: ({ bayId }) => bayId ?? null }),
      version: t.field({
        type: PlanogramVersionNode,
        nullable: true,
        resolve: ({ versionId }) => versionId ?? null,
      }),
      userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
    }),
  });

const PlanogramVersionActivateInput = builder.inputType('PlanogramVersionActivateInput', {
  fields: (t) => ({
    label: t.string({ required: true }),
    storeCode: t.string({ required: true }),
    aisle: t.string({ required: true }),
  }),
});
type Input = typeof PlanogramVersionActivateInput.$inferInput;

builder.mutationField('planogramVersionActivate', (t) =>
  t.field({
    type: PlanogramVersionActivatePayload,
    description: 'Makes a version the active one of a bay from now on; the bay is made when it is new.',
    authScopes: { may: 'planogramVersionActivate' },
    args: { input: t.arg({ type: PlanogramVersionActivateInput, required: true }) },
    resolve: (_root, { input }, context) => activate(context, personOf(context.viewer), input),
  }),
);

async function activate({ db }: ApiContext, person: Person, input: Input): Promise<Payload> {
  const { label, storeCode, aisle } = input;
  const userErrors = findTextErrors({ aisle: { value: aisle, limit: 'aisle' } });
  if (userErrors.length > 0) return { userErrors };
  return db.transaction(async (tx): Promise<Payload> => {
    const store = await findStore(tx, storeCode);
    if (!store)
      return {
        userErrors: [
          { code: 'STORE_UNKNOWN', message: `There is no store "${storeCode}".`, field: ['storeCode'] },
        ],
      };
    const activation = await activateVersion(tx, { label, storeId: store.id, aisle, actor: person.email });
    if ('problem' in activation)
      return { userErrors: [{ code: activation.problem, message: activation.message, field: ['label'] }] };
    const { bayId, versionId, isNew } = activation;
    if (isNew)
      await writeAudit(tx, person, 'planogramVersionActivate', `bay:${bayId}`, {
        storeCode,
        aisle,
        label,
        versionId,
      });
    return { bayId, versionId };
  });
}
