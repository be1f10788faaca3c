import { graphql } from '../../generated/gql.ts';
import type { BatchGlanceFragment } from '../../generated/graphql.ts';

/** A batch as lists show it: what it does, for what, who asked, and how far it is. */
export type BatchGlance = BatchGlanceFragment;

graphql(`
  fragment BatchGlance on ReprocessBatch {
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

const inMotion: readonly BatchGlance['state'][] = ['EXPANDING', 'RUNNING', 'PUBLISHING', 'ROLLING_BACK'];

/** Workers have something to do for it. */
export const isMoving = ({ state }: Pick<BatchGlance, 'state'>): boolean => inMotion.includes(state);

/** While one moves it is asked for every other second; otherwise only to see what others start. */
export const pollMs = (batches: readonly Pick<BatchGlance, 'state'>[]): number =>
  batches.some(isMoving) ? 2_000 : 10_000;
