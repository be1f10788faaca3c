/** What one real call with the configured settings showed. */
export interface ProbeReport {
  works: boolean;
  /** Sentences for the operator: what was done, what answered, and what to correct. */
  lines: string[];
}
