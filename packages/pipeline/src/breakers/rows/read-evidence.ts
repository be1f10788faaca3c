import type { AuditEvidence } from '../review/evidence.ts';
import type { BreakerAuditRow } from './run-breaker-review.ts';

/** Returns the evidence of a review as `gatherEvidence` wrote it; no other code writes rows of this table. */
export const readEvidence = ({ evidence }: Pick<BreakerAuditRow, 'evidence'>): AuditEvidence =>
  evidence as unknown as AuditEvidence;
