import { type CaptureState, capture } from '@gondola/db';
import { and, eq, type SQL } from 'drizzle-orm';

/** The state and revision that a move expects a capture to have. */
export interface ExpectedState {
  id: string;
  state: CaptureState;
  revision: number;
}

/** Returns the condition that a capture still has the expected state and revision. */
export const unmoved = ({ id, state, revision }: ExpectedState): SQL | undefined =>
  and(eq(capture.id, id), eq(capture.state, state), eq(capture.revision, revision));
