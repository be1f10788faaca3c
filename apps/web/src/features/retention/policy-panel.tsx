'use client';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useViewer } from '../../lib/viewer.ts';
import { days } from '../../lib/words/retention-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ActButton } from './act-button.tsx';
import { maySetRetention } from './may-set-retention.ts';
import { PolicyDialog } from './policy-dialog.tsx';
import { policySentences } from './policy-words.ts';
import { policyQuery, type RetentionPolicy } from './read-retention.ts';
import classes from './retention-screen.module.css';

/** The policy in force, in figures and in words, and who set it. */
export function PolicyPanel() {
  const { data: policy, error, refetch } = useQuery(policyQuery);
  const [open, { open: show, close }] = useDisclosure(false);
  const may = maySetRetention(useViewer());
  return (
    <Panel
      title="Policy in force"
      aside={
        <ActButton onClick={show} disabled={!policy}>
          Change…
        </ActButton>
      }
    >
      {error && policy ? <StaleNotice retry={refetch} /> : null}
      {policy ? (
        <PolicyInWords policy={policy} />
      ) : error ? (
        <FaultNotice fault={error} retry={refetch} />
      ) : (
        <LoadingRows rows={3} />
      )}
      {may ? null : (
        <p className={classes.by}>
          You can look, but not change it: that is for operators and administrators.
        </p>
      )}
      {policy ? <PolicyDialog opened={open} policy={policy} close={close} /> : null}
    </Panel>
  );
}

const orNever = (count: number | null) => (count === null ? 'Never' : days(count));

function PolicyInWords({ policy }: { policy: RetentionPolicy }) {
  return (
    <>
      <ul className={classes.sentences}>
        {policySentences(policy).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Facts
        facts={[
          ['Review', days(policy.reviewDays)],
          ['Photos without a fault expire', orNever(policy.cleanPhotoDays)],
          ['Photos with a fault expire', orNever(policy.faultyPhotoDays)],
          ['Notice', days(policy.noticeDays)],
        ]}
      />
      <p className={classes.by}>
        {policy.builtIn || !policy.createdAt ? (
          'Built in; nobody has set one.'
        ) : (
          <>
            Set by {policy.createdBy} <Moment at={policy.createdAt} timeZone="UTC" />: “{policy.note}”
          </>
        )}
      </p>
    </>
  );
}
