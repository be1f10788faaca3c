import type { Verdict } from '@gondola/db';
import { builder } from '../builder.ts';
import { groupsInOrder, inOrder } from '../queries/in-order.ts';
import { readScoreAuthors } from '../queries/of-rulings.ts';
import { countVerdicts, readVerdicts } from '../queries/of-scores.ts';
import { PlanogramVersionNode, ReprocessBatchNode, ScoreNode } from './nodes.ts';
import { PositionVerdict } from './position-verdict.ts';
import { ScoreOriginEnum, VerdictEnum } from './vocabulary.ts';

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
    origin: t.expose('origin', { type: ScoreOriginEnum, description: 'What made it.' }),
    author: t.loadable({
      type: 'String',
      nullable: true,
      description: 'Who overruled a verdict or started the batch; null for the pipeline’s own.',
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readScoreAuthors(db, ids),
          (row) => row.scoreId,
          (row) => row.author,
        ),
      resolve: (score) => (score.origin === 'PIPELINE' ? null : score.id),
    }),
    batch: t.field({ type: ReprocessBatchNode, nullable: true, resolve: (score) => score.batchId }),
    parent: t.field({
      type: ScoreNode,
      nullable: true,
      description: 'The score that an overrule started from.',
      resolve: (score) => score.parentScoreId,
    }),
    mappedFrom: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      description: 'The version that the shelf was laid by, when its positions were mapped to this one.',
      resolve: (score) => score.mappedFromVersionId,
    }),
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
