import { type Database, retentionPolicy } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { RetentionPolicy } from './retention-policy.ts';

export type NewRetentionPolicy = Pick<
  RetentionPolicy,
  'reviewDays' | 'cleanPhotoDays' | 'faultyPhotoDays' | 'noticeDays' | 'note'
>;

/**
 * Sets the retention policy from now on. Photos that an earlier policy announced stay: the new policy announces its
 * own.
 */
export const setRetentionPolicy = (
  db: Database,
  actor: Actor,
  asked: NewRetentionPolicy,
): Promise<RetentionPolicy> =>
  db.transaction(async (tx) => {
    const [policy] = await tx
      .insert(retentionPolicy)
      .values({ ...asked, createdBy: actor.name })
      .returning();
    if (!policy) throw new Error('invariant: the retention policy was not written');
    await recordAudit(tx, actor, {
      action: 'retentionPolicySet',
      object: `retention-policy:${policy.id}`,
      facts: { ...asked },
    });
    return policy;
  });
