import type { AuditEvidence } from '../../inference/breaker/audit/evidence.ts';
import type { BreakerAuditRow } from './run-breaker-audit.ts';

/** The evidence of a review, as `gatherEvidence` wrote it: rows of this table are written nowhere else. */
export const readEvidence = ({ evidence }: Pick<BreakerAuditRow, 'evidence'>): AuditEvidence =>
  evidence as unknown as AuditEvidence;
