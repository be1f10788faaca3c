import type { Verdict } from '@gondola/db';
import { builder } from '../builder.ts';
import { groupsInOrder } from '../queries/in-order.ts';
import { countVerdicts, readVerdicts } from '../queries/of-scores.ts';
import { PlanogramVersionNode, ScoreNode } from './nodes.ts';
import { PositionVerdict } from './position-verdict.ts';
import { VerdictEnum } from './vocabulary.ts';

const VerdictCount = builder.objectRef<{ verdict: Verdict; count: number }>('VerdictCount').implement({
  fields: (t) => ({
    verdict: t.expose('verdict', { type: VerdictEnum }),
    count: t.exposeInt('count'),
  }),
});

ScoreNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    formulaVersion: t.exposeInt('formulaVersion'),
    planogramVersion: t.field({ type: PlanogramVersionNode, resolve: (score) => score.versionId }),
    tier: t.exposeInt('tier'),
    modelId: t.exposeString('modelId'),
    configHash: t.exposeString('configHash'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    score: t.exposeFloat('score', {
      nullable: true,
      description: '0..1; null with a reason when nothing could be assessed. 0 is a score.',
    }),
    unscoredReason: t.exposeString('unscoredReason', { nullable: true }),
    coverage: t.exposeFloat('coverage'),
    onShelfAvailability: t.exposeFloat('onShelfAvailability', { nullable: true }),
    rightShelfRate: t.exposeFloat('rightShelfRate', { nullable: true }),
    rightPlaceRate: t.exposeFloat('rightPlaceRate', { nullable: true }),
    facingsAccuracy: t.exposeFloat('facingsAccuracy', { nullable: true }),
    strictRate: t.exposeFloat('strictRate', { nullable: true }),
    qualityFlags: t.exposeStringList('qualityFlags'),
    verdictCounts: t.loadableList({
      type: VerdictCount,
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await countVerdicts(db, ids), (row) => row.scoreId),
      resolve: (score) => score.id,
    }),
    verdicts: t.loadableGroup({
      type: PositionVerdict,
      description: 'In planogram order, EXTRA findings last.',
      load: (ids: string[], { db }) => readVerdicts(db, ids),
      group: (verdict) => verdict.scoreId,
      resolve: (score) => score.id,
    }),
  }),
});
