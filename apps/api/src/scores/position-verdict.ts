import type { Evidence } from '@gondola/pipeline/compliance';
import { PositionVerdictNode, ProductNode, VerdictOverruleNode, WaiverNode } from '../graphql/nodes/nodes.ts';
import { inOrder } from '../graphql/paging/in-order.ts';
import { VerdictEnum } from '../graphql/vocabulary.ts';
import { Candidate, FacingEvidence, ShelfTag } from './facing-evidence.ts';
import { readScoringFindings, type VerdictRow } from './overrule-rows.ts';
import { readFacings, readFacingsJudged, readTags } from './read-evidence.ts';

/** Written by scoring, see the pipeline's `Evidence`. */
const evidenceOf = (row: VerdictRow): Evidence => row.evidence as Evidence;

VerdictOverruleNode.implement({
  description: 'The decision of a person about one finding.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: VerdictEnum, nullable: true }),
    seen: t.field({ type: ProductNode, nullable: true, resolve: (row) => row.seenProductId }),
    reason: t.exposeString('reason'),
    author: t.exposeString('author'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

PositionVerdictNode.implement({
  fields: (t) => ({
    positionId: t.exposeString('positionId', { nullable: true }),
    verdict: t.expose('verdict', { type: VerdictEnum }),
    expected: t.field({ type: ProductNode, nullable: true, resolve: (row) => row.expectedProductId }),
    seen: t.field({ type: ProductNode, nullable: true, resolve: (row) => row.seenProductId }),
    facingsPlanned: t.exposeInt('facingsPlanned'),
    facingsSeen: t.exposeInt('facingsSeen', { nullable: true }),
    confidence: t.exposeFloat('confidence'),
    credit: t.exposeFloat('credit', { nullable: true }),
    box: t.floatList({
      nullable: true,
      description:
        'The box [x, y, width, height], 0..1 of the oriented photo; null when unknown or out of view.',
      resolve: (row) => row.box,
    }),
    facingBoxes: t.field({
      type: t.listRef(t.listRef('Float')),
      resolve: (row) => evidenceOf(row).facingBoxes,
    }),
    candidates: t.field({ type: [Candidate], resolve: (row) => evidenceOf(row).candidates }),
    foundAtPositionId: t.string({ nullable: true, resolve: (row) => evidenceOf(row).foundAtPositionId }),
    facingsJudged: t.int({
      nullable: true,
      description: 'How many of the planned facings could be assessed; null in scores of earlier releases.',
      resolve: (row) => readFacingsJudged(row.evidence),
    }),
    facings: t.field({
      type: [FacingEvidence],
      nullable: true,
      description:
        'The evidence facing by facing; a MATCH has only its least certain facing. Null in scores of earlier releases.',
      resolve: (row) => readFacings(row.evidence),
    }),
    tags: t.field({
      type: [ShelfTag],
      nullable: true,
      description: 'Bar codes on the shelf’s edge under the position; null when none were read.',
      resolve: (row) => readTags(row.evidence),
    }),
    reason: t.exposeString('reason'),
    ordinal: t.exposeInt('ordinal', { description: 'The place in the list of findings, from 0.' }),
    overrule: t.field({
      type: VerdictOverruleNode,
      nullable: true,
      description:
        'The decision of a person that made this verdict; null when no person overruled the finding.',
      resolve: (row) => row.overruleId,
    }),
    waiver: t.field({
      type: WaiverNode,
      nullable: true,
      description: 'The waiver of a WAIVED position; null for others.',
      resolve: (row) => row.waiverId,
    }),
    machine: t.loadable({
      type: PositionVerdictNode,
      nullable: true,
      description: 'The finding that a person overruled; null when no person did.',
      loaderOptions: { cacheKeyFn: ({ id }: VerdictRow) => id },
      load: async (rows: VerdictRow[], { db }) =>
        inOrder(
          rows.map(({ id }) => id),
          await readScoringFindings(db, rows),
          (found) => found.ofId,
          (found) => found.row,
        ),
      resolve: (row) => (row.overruleId === null ? null : row),
    }),
  }),
});
