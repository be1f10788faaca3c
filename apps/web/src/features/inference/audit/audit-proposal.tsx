'use client';
import { IconScale } from '@tabler/icons-react';
import { actorLabel } from '../../../labels/breaker-labels.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { Age, Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { AuditDecision } from './audit-decision.tsx';
import { AuditEvidence } from './audit-evidence.tsx';
import classes from './audit-proposal.module.css';
import { CandidateTable } from './candidate-table.tsx';
import type { ListedAudit } from './list-audits.ts';

/** Shows a proposal with its evidence: the waits in force beside the proposed ones, and the outages behind both. */
export function AuditProposal({ audit }: { audit: ListedAudit }) {
  const { name, present, proposed, from, to, createdAt, createdBy, candidates } = audit;
  const timeZone = ownTimeZone();
  if (!proposed) return null;
  const saved = present.cost > 0 ? 1 - proposed.cost / present.cost : 0;
  return (
    <article className={classes.proposal} aria-label={`Proposal for ${name}`}>
      <header className={classes.header}>
        <div>
          <h3>
            New waits for <code>{name}</code>
          </h3>
          <p className={classes.dim}>
            proposed <Age at={createdAt} timeZone={timeZone} /> by {actorLabel(createdBy)}, from the outages
            of <Moment at={from} timeZone={timeZone} /> to <Moment at={to} timeZone={timeZone} />
          </p>
        </div>
        <Tag tone="short" icon={IconScale}>
          Awaits a decision
        </Tag>
      </header>
      <p>
        In the recorded outages the proposed waits would have cost{' '}
        <b>{Math.round(proposed.cost).toLocaleString('en')}</b> instead of{' '}
        <b>{Math.round(present.cost).toLocaleString('en')}</b>, {Math.round(saved * 100)} % less. The cost is
        in photos that a lower tier read although the provider was available; a probe counts as one.
      </p>
      <CandidateTable
        name="Waits in force and proposed"
        rows={[
          { label: 'In force', candidate: present },
          { label: 'Proposed', candidate: proposed },
        ]}
      />
      <AuditEvidence audit={audit} />
      {candidates.length > 1 ? (
        <details>
          <summary>The {candidates.length} cheapest that were tried</summary>
          <CandidateTable
            name="Waits that were tried"
            rows={candidates.map((candidate, at) => ({ label: `${at + 1}.`, candidate }))}
          />
        </details>
      ) : null}
      <AuditDecision audit={audit} />
    </article>
  );
}
