'use client';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { guardRailNotes } from '../../../labels/breaker-audit-labels.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import classes from '../inference.module.css';
import type { CurrentBreaker } from '../read-inference.ts';
import { AuditHistory } from './audit-history.tsx';
import { AuditProposal } from './audit-proposal.tsx';
import { auditsQuery } from './list-audits.ts';
import { RunAudit } from './run-audit.tsx';

/** How many past reviews "Show more" adds. */
const pageSize = 5;
/** The API's limit. */
const maxPast = 200;

/** Shows reviews of the breakers' waits: open proposals, a button for a review now, and past decisions. */
export function AuditPanel({ breakers }: { breakers: readonly CurrentBreaker[] }) {
  const [past, setPast] = useState(pageSize);
  const { data, error, refetch, isPlaceholderData } = useQuery(auditsQuery(past));
  return (
    <Panel title="Breaker audit" aside={<RunAudit names={breakers.map(({ name }) => name)} />} flush>
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? (
        error ? (
          <FaultNotice fault={error} retry={refetch} />
        ) : (
          <LoadingRows rows={2} height={60} />
        )
      ) : null}
      {data?.open.length === 0 ? (
        <Notice icon={IconScale} title="No proposal waits for a decision">
          Every week each breaker’s recorded outages are replayed with other waits. Cheaper waits are proposed
          here; nothing changes until a person approves them.
        </Notice>
      ) : null}
      {data?.open.map((audit) => (
        <AuditProposal key={audit.id} audit={audit} />
      ))}
      <details className={classes.foot}>
        <summary>Limits of a review</summary>
        <ul className={classes.list}>
          {guardRailNotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
      {data ? (
        <AuditHistory
          audits={data.past}
          total={data.pastCount}
          isLoadingMore={isPlaceholderData}
          showMore={
            data.pastCount > data.past.length && past < maxPast
              ? () => setPast(Math.min(maxPast, past + pageSize * 2))
              : null
          }
        />
      ) : null}
    </Panel>
  );
}
