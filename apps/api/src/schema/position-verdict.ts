import type { positionVerdict } from '@gondola/db';
import type { Evidence } from '@gondola/pipeline/compliance';
import { builder } from '../builder.ts';
import { ProductNode } from './nodes.ts';
import { VerdictEnum } from './vocabulary.ts';

type VerdictRow = typeof positionVerdict.$inferSelect;

/** Scoring wrote it, see the pipeline's `Evidence`. */
const evidenceOf = (row: VerdictRow): Evidence => row.evidence as Evidence;

const Candidate = builder.objectRef<Evidence['candidates'][number]>('Candidate').implement({
  fields: (t) => ({
    product: t.field({ type: ProductNode, resolve: ({ productId }) => productId }),
    score: t.exposeFloat('score'),
  }),
});

export const PositionVerdict = builder.objectRef<VerdictRow>('PositionVerdict').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
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
      description: '[x, y, width, height], 0..1 of the oriented photo.',
      resolve: (row) => row.box,
    }),
    facingBoxes: t.field({
      type: t.listRef(t.listRef('Float')),
      resolve: (row) => evidenceOf(row).facingBoxes,
    }),
    candidates: t.field({ type: [Candidate], resolve: (row) => evidenceOf(row).candidates }),
    foundAtPositionId: t.string({ nullable: true, resolve: (row) => evidenceOf(row).foundAtPositionId }),
    reason: t.exposeString('reason'),
  }),
});
