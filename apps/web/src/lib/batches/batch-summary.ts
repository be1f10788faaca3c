import { graphql } from '../../generated/gql.ts';
import type { BatchSummaryFragment } from '../../generated/graphql.ts';

/** A batch in lists: its mode, scope, author and progress. */
export type BatchSummary = BatchSummaryFragment;

graphql(`
  fragment BatchSummary on ReprocessBatch {
    id
    state
    mode
    versionChoice
    version { label }
    scope
    bay { id aisle store { code name timeZone } }
    publishesAtOnce
    reason
    createdBy
    createdAt
    startedAt
    endedAt
    total
    ended
    remainingSeconds
    progress { ratePerSecond counts { state count } }
  }
`);

const inMotion: readonly BatchSummary['state'][] = ['EXPANDING', 'RUNNING', 'PUBLISHING', 'ROLLING_BACK'];

/** Tells whether workers are processing the batch. */
export const isMoving = ({ state }: Pick<BatchSummary, 'state'>): boolean => inMotion.includes(state);

/** Returns the refresh interval: every other second while a batch is processed, otherwise rarely. */
export const pollMs = (batches: readonly Pick<BatchSummary, 'state'>[]): number =>
  batches.some(isMoving) ? 2_000 : 10_000;
