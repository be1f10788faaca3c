import {
  activateVersion,
  carryOutActivation,
  type PlannedActivationRow,
  planActivation,
  releaseNowActive,
} from '@gondola/pipeline/planogram-versions';
import { sql } from 'drizzle-orm';
import { type Person, personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { type ResolvedActivation, resolveActivation } from '../queries/resolve-activation.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { BayNode, PlanogramVersionNode } from './nodes.ts';
import { PlannedActivation } from './planned-activation.ts';
import { UserError, type UserErrorShape } from './problem.ts';

interface Payload {
  bayId?: string;
  versionId?: string;
  activation?: PlannedActivationRow;
  userErrors?: UserErrorShape[];
}

const PlanogramVersionActivatePayload = builder
  .objectRef<Payload>('PlanogramVersionActivatePayload')
  .implement({
    fields: (t) => ({
      bay: t.field({
        type: BayNode,
        nullable: true,
        description: 'Where one bay was meant, at once.',
        resolve: ({ bayId }) => bayId ?? null,
      }),
      version: t.field({
        type: PlanogramVersionNode,
        nullable: true,
        resolve: ({ versionId }) => versionId ?? null,
      }),
      activation: t.field({
        type: PlannedActivation,
        nullable: true,
        description: 'Where several bays were meant or it is for later: how it stands. It goes on by itself.',
        resolve: ({ activation }) => activation ?? null,
      }),
      userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
    }),
  });

export const PlanogramVersionActivateInput = builder.inputType('PlanogramVersionActivateInput', {
  description: 'The bays are those of one aisle in the named stores and in the stores of the named groups.',
  fields: (t) => ({
    label: t.string({ required: true }),
    aisle: t.string({ required: true }),
    storeCode: t.string(),
    storeCodes: t.stringList(),
    groupCodes: t.stringList(),
    at: t.field({ type: 'DateTime', description: 'When; null: now.' }),
  }),
});
type Input = typeof PlanogramVersionActivateInput.$inferInput;

builder.mutationField('planogramVersionActivate', (t) =>
  t.field({
    type: PlanogramVersionActivatePayload,
    description:
      'Makes a version the active one of bays from now on, or from an instant on; bays are made where they are new. Captures that waited for it are released.',
    authScopes: { may: 'planogramVersionActivate' },
    args: { input: t.arg({ type: PlanogramVersionActivateInput, required: true }) },
    resolve: (_root, { input }, context) => activate(context, personOf(context.viewer), input),
  }),
);

async function activate(context: ApiContext, person: Person, input: Input): Promise<Payload> {
  const resolved = await resolveActivation(context.db, input);
  if ('userErrors' in resolved) return resolved;
  const { storeIds, groupIds } = resolved.scope;
  const [storeId] = storeIds;
  const at = input.at ?? null;
  if (at === null && storeId !== undefined && storeIds.length === 1 && groupIds.length === 0)
    return activateOne(context, person, input, storeId);
  if (at !== null && (await isPast(context, at)))
    return {
      userErrors: [
        { code: 'AT_PAST', message: 'This moment is over: leave it out to activate now.', field: ['at'] },
      ],
    };
  return activateMany(context, person, input, resolved);
}

/** A minute late is still now: it took someone that long to press the button. */
async function isPast({ db }: ApiContext, at: Date): Promise<boolean> {
  const { rows } = await db.execute<{ past: boolean }>(
    sql`select ${at.toISOString()}::timestamptz < now() - interval '1 minute' as past`,
  );
  return rows[0]?.past ?? false;
}

async function activateOne(
  context: ApiContext,
  person: Person,
  { label, aisle }: Input,
  storeId: string,
): Promise<Payload> {
  const done = await context.db.transaction(async (tx): Promise<Payload> => {
    const activation = await activateVersion(tx, { label, storeId, aisle, actor: person.email });
    if ('problem' in activation)
      return { userErrors: [{ code: activation.problem, message: activation.message, field: ['label'] }] };
    const { bayId, versionId, isNew } = activation;
    if (isNew)
      await writeAudit(tx, person, 'planogramVersionActivate', `bay:${bayId}`, {
        storeId,
        aisle,
        label,
        versionId,
      });
    return { bayId, versionId };
  });
  if (done.bayId) await releaseSome(context, [done.bayId]);
  return done;
}

async function activateMany(
  context: ApiContext,
  person: Person,
  { label, at }: Input,
  { versionId, scope }: ResolvedActivation,
): Promise<Payload> {
  const { db } = context;
  const planned = await db.transaction(async (tx) => {
    const row = await planActivation(tx, { versionId, scope, dueAt: at ?? null, actor: person.email });
    await writeAudit(tx, person, 'planogramVersionActivate', `planned-activation:${row.id}`, {
      label,
      versionId,
      aisle: row.scope.aisle,
      stores: scope.storeIds.length,
      groups: scope.groupIds.length,
      dueAt: row.dueAt,
    });
    return row;
  });
  if (at) return { versionId, activation: planned };
  const activation = await carryOutActivation(db, planned.id);
  await releaseSome(context);
  return { versionId, activation };
}

/** So much a person may wait for; the workers release what is left, and all of it should this fail. */
const chunksAtOnce = 3;

async function releaseSome(context: ApiContext, bayIds?: readonly string[]): Promise<void> {
  try {
    await releaseNowActive(context, { mostChunks: chunksAtOnce, ...(bayIds ? { bayIds } : {}) });
  } catch (err) {
    context.log.warn({ err }, 'waiting captures are left to the workers');
  }
}
