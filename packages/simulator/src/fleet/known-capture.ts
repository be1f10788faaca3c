import type { CaptureTruth } from '../photo/capture-truth.ts';
import type { Fault } from './capture-plan.ts';

/** A capture that the API accepted, with the truth of its photo. */
export interface KnownCapture {
  id: string;
  storeCode: string;
  label: string;
  fault: Fault | null;
  /** Null where the capture is scored against another version than the shelf follows. */
  truth: CaptureTruth | null;
}
