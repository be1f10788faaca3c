import type { CaptureTruth } from '../photo/capture-truth.ts';
import type { Fault } from './capture-plan.ts';

/** A capture that the API took, with what is true of its photo. */
export interface KnownCapture {
  id: string;
  storeCode: string;
  label: string;
  fault: Fault | null;
  /** Null where the version that it is scored against is not the one that the shelf follows. */
  truth: CaptureTruth | null;
}
