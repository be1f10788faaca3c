import type { Verdict } from '@gondola/db';
import {
  compareRuns,
  type PositionDifference,
  type PositionSide,
  type RunComparison,
} from '@gondola/pipeline/compliance';
import { builder } from '../graphql/builder.ts';
import { CaptureNode, ProductNode } from '../graphql/nodes/nodes.ts';
import { VerdictEnum } from '../graphql/vocabulary.ts';
import { uuidOf } from '../ids/node-id.ts';
import { readRun } from './run-rows.ts';

const DifferenceKind = builder.enumType('PositionDifferenceKind', {
  values: ['SAME', 'CHANGED', 'ONLY_BEFORE', 'ONLY_AFTER'] as const,
});

const Side = builder.objectRef<PositionSide>('PositionDifferenceSide').implement({
  fields: (t) => ({
    positionId: t.exposeString('positionId'),
    verdict: t.expose('verdict', { type: VerdictEnum }),
    seen: t.field({ type: ProductNode, nullable: true, resolve: (side) => side.seenProductId }),
    facingsSeen: t.exposeInt('facingsSeen', { nullable: true }),
    credit: t.exposeFloat('credit', { nullable: true }),
  }),
});

const Difference = builder.objectRef<PositionDifference>('PositionDifference').implement({
  fields: (t) => ({
    kind: t.expose('kind', { type: DifferenceKind }),
    expected: t.field({ type: ProductNode, nullable: true, resolve: (one) => one.expectedProductId }),
    before: t.expose('before', { type: Side, nullable: true }),
    after: t.expose('after', { type: Side, nullable: true }),
  }),
});

const VerdictMove = builder
  .objectRef<{ from: Verdict; to: Verdict; count: number }>('VerdictMove')
  .implement({
    fields: (t) => ({
      from: t.expose('from', { type: VerdictEnum }),
      to: t.expose('to', { type: VerdictEnum }),
      count: t.exposeInt('count'),
    }),
  });

const ByComponent = builder
  .objectRef<NonNullable<RunComparison['byComponent']>>('ScoreDifferenceByComponent')
  .implement({
    description:
      'How much of the difference in score each part of the formula contributes. The parts add up to the difference.',
    fields: (t) => ({
      identity: t.exposeFloat('identity'),
      shelf: t.exposeFloat('shelf'),
      order: t.exposeFloat('order'),
      facings: t.exposeFloat('facings'),
    }),
  });

const ScoreComparison = builder.objectRef<RunComparison>('ScoreComparison').implement({
  description:
    'What changed from an earlier score of a capture to a later one. Differences are later minus earlier.',
  fields: (t) => ({
    score: t.exposeFloat('score', {
      nullable: true,
      description: 'The difference in score, -1..1; null when one of the two has no score.',
    }),
    coverage: t.exposeFloat('coverage'),
    byComponent: t.expose('byComponent', { type: ByComponent, nullable: true }),
    same: t.int({ resolve: ({ counts }) => counts.SAME }),
    changed: t.int({ resolve: ({ counts }) => counts.CHANGED }),
    onlyBefore: t.int({ resolve: ({ counts }) => counts.ONLY_BEFORE }),
    onlyAfter: t.int({ resolve: ({ counts }) => counts.ONLY_AFTER }),
    extrasBefore: t.int({ resolve: ({ extras }) => extras.before }),
    extrasAfter: t.int({ resolve: ({ extras }) => extras.after }),
    moves: t.expose('moves', {
      type: [VerdictMove],
      description: 'How verdicts changed, most frequent first.',
    }),
    positions: t.field({
      type: [Difference],
      args: { changedOnly: t.arg.boolean({ defaultValue: true }) },
      resolve: ({ positions }, { changedOnly }) =>
        changedOnly ? positions.filter(({ kind }) => kind !== 'SAME') : positions,
    }),
  }),
});

builder.objectField(CaptureNode, 'compareScores', (t) =>
  t.field({
    type: ScoreComparison,
    nullable: true,
    description: 'Compares two scores of this capture; null when one of them belongs to another capture.',
    args: { a: t.arg.id({ required: true }), b: t.arg.id({ required: true }) },
    resolve: async ({ id }, { a, b }, { db }) => {
      const [aId, bId] = [uuidOf('Score', a), uuidOf('Score', b)];
      if (aId === null || bId === null) return null;
      const [before, after] = await Promise.all([readRun(db, id, aId), readRun(db, id, bId)]);
      return before && after ? compareRuns(before, after) : null;
    },
  }),
);
