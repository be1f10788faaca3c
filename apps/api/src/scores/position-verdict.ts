import type { Evidence } from '@gondola/pipeline/compliance';
import { builder } from '../builder.ts';
import { inOrder } from '../queries/in-order.ts';
import {
  type OverruleRow,
  readMachineVerdicts,
  readOverrules,
  readWaivers,
  type VerdictRow,
} from '../queries/of-rulings.ts';
import { readFacings, readFacingsJudged, readTags } from '../queries/read-evidence.ts';
import { Candidate, FacingEvidence, ShelfTag } from './facing-evidence.ts';
import { ProductNode } from './nodes.ts';
import { VerdictEnum } from './vocabulary.ts';
import { Waiver } from './waiver.ts';

/** Scoring wrote it, see the pipeline's `Evidence`. */
const evidenceOf = (row: VerdictRow): Evidence => row.evidence as Evidence;

const VerdictOverrule = builder.objectRef<OverruleRow>('VerdictOverrule').implement({
  description: 'A person’s ruling on one finding.',
  fields: (t) => ({
    id: t.exposeID('id'),
    verdict: t.expose('verdict', { type: VerdictEnum, nullable: true }),
    seen: t.field({ type: ProductNode, nullable: true, resolve: (row) => row.seenProductId }),
    reason: t.exposeString('reason'),
    author: t.exposeString('author'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

export const PositionVerdict = builder.objectRef<VerdictRow>('PositionVerdict');
PositionVerdict.implement({
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
    facingsJudged: t.int({
      nullable: true,
      description: 'Of the planned facings, how many could be judged; null in rows of earlier releases.',
      resolve: (row) => readFacingsJudged(row.evidence),
    }),
    facings: t.field({
      type: [FacingEvidence],
      nullable: true,
      description:
        'Facing by facing, what was held against what; of a MATCH only the one that is least sure. Null in rows of earlier releases.',
      resolve: (row) => readFacings(row.evidence),
    }),
    tags: t.field({
      type: [ShelfTag],
      nullable: true,
      description: 'Codes on the shelf’s edge under the position; null where nobody looked or read any.',
      resolve: (row) => readTags(row.evidence),
    }),
    reason: t.exposeString('reason'),
    ordinal: t.exposeInt('ordinal', { description: 'Its place in the list, from 0.' }),
    overrule: t.loadable({
      type: VerdictOverrule,
      nullable: true,
      description: 'The person’s ruling that made this verdict.',
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readOverrules(db, ids),
          (row) => row.id,
          (row) => row,
        ),
      resolve: (row) => row.overruleId,
    }),
    waiver: t.loadable({
      type: Waiver,
      nullable: true,
      description: 'Why the position is WAIVED.',
      load: async (ids: string[], { db }) =>
        inOrder(
          ids,
          await readWaivers(db, ids),
          (row) => row.id,
          (row) => row,
        ),
      resolve: (row) => row.waiverId,
    }),
    machine: t.loadable({
      type: PositionVerdict,
      nullable: true,
      description: 'Of an overruled verdict: what scoring itself had found in the same photo.',
      loaderOptions: { cacheKeyFn: ({ id }: VerdictRow) => id },
      load: async (rows: VerdictRow[], { db }) =>
        inOrder(
          rows.map(({ id }) => id),
          await readMachineVerdicts(db, rows),
          (found) => found.ofId,
          (found) => found.row,
        ),
      resolve: (row) => (row.overruleId === null ? null : row),
    }),
  }),
});
