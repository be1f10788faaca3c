import type { Verdict } from '@gondola/db';
import { builder } from '../graphql/builder.ts';
import {
  BayNode,
  PlanogramVersionNode,
  PositionVerdictNode,
  ReprocessBatchNode,
  ScoreNode,
} from '../graphql/nodes/nodes.ts';
import { groupsInOrder, inOrder } from '../graphql/paging/in-order.ts';
import {
  PlacementProblemEnum,
  QualityFlawEnum,
  ScoreOriginEnum,
  VerdictEnum,
} from '../graphql/vocabulary.ts';
import { CoveredRegion } from './covered-region.ts';
import { readCoveredRegions } from './covered-region-rows.ts';
import { readScoreAuthors } from './overrule-rows.ts';
import { readPlacements } from './placement-rows.ts';
import { countVerdicts, readVerdicts } from './score-loaders.ts';

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
    origin: t.expose('origin', {
      type: ScoreOriginEnum,
      description: 'The process that computed the score.',
    }),
    author: t.loadable({
      type: 'String',
      nullable: true,
      description: 'The person who overruled a verdict or started the batch; null for PIPELINE.',
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
      description: 'The score that an overrule started from; null for other origins.',
      resolve: (score) => score.parentScoreId,
    }),
    mappedFrom: t.field({
      type: PlanogramVersionNode,
      nullable: true,
      description:
        'The version that the shelf was stocked by, when positions were mapped from it; null otherwise.',
      resolve: (score) => score.mappedFromVersionId,
    }),
    score: t.exposeFloat('score', {
      nullable: true,
      description:
        'The mean credit of assessed positions, 0..1, weighted by horizontal facings. Null when nothing could be assessed; 0 is a score.',
    }),
    unscoredReason: t.exposeString('unscoredReason', { nullable: true }),
    coverage: t.exposeFloat('coverage'),
    onShelfAvailability: t.exposeFloat('onShelfAvailability', { nullable: true }),
    rightShelfRate: t.exposeFloat('rightShelfRate', { nullable: true }),
    rightPlaceRate: t.exposeFloat('rightPlaceRate', { nullable: true }),
    facingsAccuracy: t.exposeFloat('facingsAccuracy', { nullable: true }),
    strictRate: t.exposeFloat('strictRate', { nullable: true }),
    qualityFlags: t.expose('qualityFlags', { type: [QualityFlawEnum] }),
    coveredRegions: t.loadableList({
      type: CoveredRegion,
      nullable: true,
      description:
        'Where something stands before the shelf. Null when it was not looked for: the detections are of an earlier release, or the photo has no place on the planogram.',
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readCoveredRegions(db, ids),
          (row) => row.id,
          (row) => row.regions,
        ),
      resolve: (score) => score.detectionSetId,
    }),
    placementProblem: t.loadable({
      type: PlacementProblemEnum,
      nullable: true,
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readPlacements(db, ids),
          (row) => row.detectionSetId,
          (row) => row.problem,
        ),
      resolve: (score) => score.detectionSetId,
    }),
    likelyBay: t.field({
      type: BayNode,
      nullable: true,
      resolve: async (score, _args, { db }) =>
        (await readPlacements(db, [score.detectionSetId]))[0]?.likelyBayId ?? null,
    }),
    verdictCounts: t.loadableList({
      type: VerdictCount,
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await countVerdicts(db, ids), (row) => row.scoreId),
      resolve: (score) => score.id,
    }),
    verdicts: t.loadableList({
      type: PositionVerdictNode,
      description: 'The findings in the order of the planogram, EXTRA findings last.',
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readVerdicts(db, ids), (row) => row.scoreId),
      resolve: (score) => score.id,
    }),
  }),
});
