import type { RetentionHolding } from '../generated/graphql.ts';
import { labelOf } from './label-of.ts';

/** Why an announced photo stayed after all. */
const holdReasonPhrases: Record<RetentionHolding, string> = {
  NOT_ARCHIVED: 'a capture with it is not archived',
  KEPT: 'on hold by a person',
  POLICY: 'its retention is not over for every capture',
  ALERT_OPEN: 'an alert about it is open',
  RECAPTURE_OPEN: 'a new photo is still requested',
  CONFLICT_OPEN: 'a conflict about it is open',
  REFERENCE_IMAGE: 'it is a reference image',
  UPLOAD_WAITING: 'an upload of it is waiting',
};

/** Returns a reason as a phrase; an unknown reason is returned as it is. */
export const holdReasonPhrase = (holding: string): string =>
  labelOf(holdReasonPhrases, holding) ?? holding.toLowerCase().replaceAll('_', ' ');

/** Returns who made a run or report: people by their address, the schedule by a phrase. */
export const runAuthor = (createdBy: string): string =>
  createdBy.includes('@') ? createdBy : 'Weekly schedule';
