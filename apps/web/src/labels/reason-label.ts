/** A reason for a dead letter in words. */
export interface ReasonLabel {
  label: string;
  /** What happened and what to do, for staff of a store. */
  advice: string;
  /** Where an operator looks first; for photos only. */
  operator?: string;
}
