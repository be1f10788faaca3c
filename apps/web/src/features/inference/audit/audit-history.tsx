'use client';
import { Button } from '@mantine/core';
import { IconCheck, IconMinus, IconReplace, IconX } from '@tabler/icons-react';
import { auditDecisionLabels, noProposalLabels } from '../../../labels/breaker-audit-labels.ts';
import { actorLabel } from '../../../labels/breaker-labels.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import classes from '../inference.module.css';
import { waitsLabel } from '../wait-labels.ts';
import type { ListedAudit } from './list-audits.ts';

interface AuditHistoryProps {
  audits: readonly ListedAudit[];
  total: number;
  isLoadingMore: boolean;
  /** Null when all are shown. */
  showMore: (() => void) | null;
}

/** Lists reviews that are closed: decided, replaced, or without a proposal. */
export function AuditHistory({ audits, total, isLoadingMore, showMore }: AuditHistoryProps) {
  const timeZone = ownTimeZone();
  return (
    <section className={classes.foot} aria-label="Past reviews">
      <h3 className={classes.heading} style={{ marginTop: 0 }}>
        Past reviews, {total.toLocaleString('en')}
      </h3>
      {audits.length === 0 ? <p className={classes.lead}>No review is closed yet.</p> : null}
      <ul className={classes.rows} style={{ margin: '0 -14px' }}>
        {audits.map((audit) => {
          const { id, name, createdAt, createdBy, decidedAt, decidedBy, decisionNote } = audit;
          const { proposed, present, noProposal } = audit;
          return (
            <li key={id}>
              <OutcomeTag audit={audit} />
              <div className={classes.grow}>
                <p>
                  <code>{name}</code>{' '}
                  {proposed
                    ? `from ${waitsLabel(present.waits)} to ${waitsLabel(proposed.waits)}`
                    : noProposal
                      ? noProposalLabels[noProposal].meaning
                      : ''}
                </p>
                <p className={classes.dim}>
                  reviewed by {actorLabel(createdBy)}, <Moment at={createdAt} timeZone={timeZone} />
                  {decidedAt && decidedBy ? (
                    <>
                      {' '}
                      · decided by {decidedBy}, <Moment at={decidedAt} timeZone={timeZone} />
                    </>
                  ) : null}
                </p>
                {decisionNote ? <p className={classes.dim}>“{decisionNote}”</p> : null}
              </div>
            </li>
          );
        })}
      </ul>
      {showMore ? (
        <Button variant="default" onClick={showMore} loading={isLoadingMore}>
          Show more
        </Button>
      ) : null}
    </section>
  );
}

function OutcomeTag({ audit: { decision, noProposal } }: { audit: ListedAudit }) {
  if (decision === null)
    return (
      <Tag tone="quiet" icon={IconMinus}>
        {noProposal ? noProposalLabels[noProposal].label : 'Nothing proposed'}
      </Tag>
    );
  const label = auditDecisionLabels[decision];
  switch (decision) {
    case 'APPROVED':
      return (
        <Tag tone="good" icon={IconCheck}>
          {label}
        </Tag>
      );
    case 'REJECTED':
      return (
        <Tag tone="wrong" icon={IconX}>
          {label}
        </Tag>
      );
    case 'REPLACED':
      return (
        <Tag tone="quiet" icon={IconReplace}>
          {label}
        </Tag>
      );
  }
}
