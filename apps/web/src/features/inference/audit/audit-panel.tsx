'use client';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { guardRailNotes } from '../../lib/words/breaker-audit-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { AuditHistory } from './audit-history.tsx';
import { AuditProposal } from './audit-proposal.tsx';
import classes from './inference.module.css';
import { auditsQuery } from './list-audits.ts';
import type { BreakerNow } from './read-inference.ts';
import { RunAudit } from './run-audit.tsx';

/** How many past reviews a press of "Show more" brings. */
const pageSize = 5;
/** As many as the API gives at once. */
const mostPast = 200;

/** Reviews of how long breakers wait: proposals to decide on, one more at once, and what was decided before. */
export function AuditPanel({ breakers }: { breakers: readonly BreakerNow[] }) {
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
          Every week each breaker’s recorded outages are replayed with other waits. What would have been
          cheaper is proposed here; nothing changes until a person approves it.
        </Notice>
      ) : null}
      {data?.open.map((audit) => (
        <AuditProposal key={audit.id} audit={audit} />
      ))}
      <details className={classes.foot}>
        <summary>What a review may never do</summary>
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
            data.pastCount > data.past.length && past < mostPast
              ? () => setPast(Math.min(mostPast, past + pageSize * 2))
              : null
          }
        />
      ) : null}
    </Panel>
  );
}
