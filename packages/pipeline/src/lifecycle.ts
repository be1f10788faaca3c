import type { CaptureState } from '@gondola/db';

/**
 * The legal moves of a capture. The compiler rejects a state that is missing here.
 *
 * `waitsFor` names what moves a capture on: a stage of the pipeline, a person, or nothing (the state is final).
 * TIER_n_INFERENCE means that tier n returned the detections and scoring follows.
 */
export const lifecycle = {
  INGESTED: {
    waitsFor: 'stage',
    mayBecome: ['PREPROCESSED', 'RETRY_SCHEDULED', 'DEAD_LETTERED'],
  },
  RETRY_SCHEDULED: {
    waitsFor: 'stage',
    mayBecome: ['PREPROCESSED', 'RETRY_SCHEDULED', 'DEAD_LETTERED'],
  },
  PREPROCESSED: {
    waitsFor: 'stage',
    mayBecome: ['TIER_1_INFERENCE', 'TIER_2_INFERENCE', 'TIER_3_INFERENCE', 'VERSION_DRIFT', 'DEAD_LETTERED'],
  },
  VERSION_DRIFT: { waitsFor: 'person', mayBecome: ['PREPROCESSED', 'DEAD_LETTERED'] },
  TIER_1_INFERENCE: { waitsFor: 'stage', mayBecome: ['SCORED', 'DEAD_LETTERED'] },
  TIER_2_INFERENCE: { waitsFor: 'stage', mayBecome: ['SCORED', 'DEAD_LETTERED'] },
  TIER_3_INFERENCE: { waitsFor: 'stage', mayBecome: ['SCORED', 'DEAD_LETTERED'] },
  // SCORED to SCORED: another score becomes the current one.
  SCORED: { waitsFor: 'nothing', mayBecome: ['SCORED', 'ARCHIVED'] },
  ARCHIVED: { waitsFor: 'nothing', mayBecome: [] },
  DEAD_LETTERED: { waitsFor: 'nothing', mayBecome: [] },
} as const satisfies Record<
  CaptureState,
  { waitsFor: 'stage' | 'person' | 'nothing'; mayBecome: readonly CaptureState[] }
>;

type Lifecycle = typeof lifecycle;

/** The states that `S` may become. */
export type Next<S extends CaptureState> = Lifecycle[S]['mayBecome'][number];

/** The states from which a stage of the pipeline moves the capture. */
export type WorkingState = {
  [S in CaptureState]: Lifecycle[S]['waitsFor'] extends 'stage' ? S : never;
}[CaptureState];

export const isLegalMove = (from: CaptureState, to: CaptureState): boolean =>
  (lifecycle[from].mayBecome as readonly CaptureState[]).includes(to);

export const workingStates = (Object.keys(lifecycle) as CaptureState[]).filter(
  (s): s is WorkingState => lifecycle[s].waitsFor === 'stage',
);

/** Returns true when no stage and no person moves the capture any more. */
export const isTerminal = (state: CaptureState): boolean => lifecycle[state].waitsFor === 'nothing';
