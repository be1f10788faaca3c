import type { BatchState } from '@gondola/db';

/**
 * The legal state changes of a batch. Results of a DONE batch are not published yet. A CANCELLED batch keeps its
 * published results.
 */
export const batchMoves = {
  EXPANDING: ['RUNNING', 'PAUSED', 'CANCELLED'],
  RUNNING: ['PAUSED', 'CANCELLED', 'DONE', 'PUBLISHED'],
  PAUSED: ['EXPANDING', 'RUNNING', 'CANCELLED'],
  DONE: ['PUBLISHING', 'RUNNING', 'CANCELLED'],
  PUBLISHING: ['PUBLISHED'],
  PUBLISHED: ['ROLLING_BACK', 'RUNNING'],
  ROLLING_BACK: ['ROLLED_BACK'],
  ROLLED_BACK: [],
  CANCELLED: ['ROLLING_BACK'],
} as const satisfies Record<BatchState, readonly BatchState[]>;

/** States in which workers have work to do for the batch. */
export const workedOnStates = ['EXPANDING', 'RUNNING', 'PUBLISHING', 'ROLLING_BACK'] as const;

export const isWorkedOn = (state: BatchState): boolean =>
  (workedOnStates as readonly BatchState[]).includes(state);

export const mayBecome = (from: BatchState, to: BatchState): boolean =>
  (batchMoves[from] as readonly BatchState[]).includes(to);
