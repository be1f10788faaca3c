'use client';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { days } from '../../labels/counts.ts';
import { can, notPermitted } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { PolicyDialog } from './policy-dialog.tsx';
import { policySentences } from './policy-labels.ts';
import { policyQuery, type RetentionPolicy } from './read-retention.ts';
import classes from './retention-screen.module.css';

/** Shows the policy in force, in figures and in words, and who set it. */
export function PolicyPanel() {
  const { data: policy, error, refetch } = useQuery(policyQuery);
  const [open, { open: show, close }] = useDisclosure(false);
  const may = can(useViewer(), 'RETENTION_POLICY_SET');
  return (
    <Panel
      title="Policy in force"
      aside={
        <ActionButton
          size="compact-sm"
          variant="default"
          onClick={show}
          disabled={!policy}
          obstacle={may ? null : notPermitted}
        >
          Change…
        </ActionButton>
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
        <p className={classes.by}>You can view the policy, but your role does not include changing it.</p>
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
          'Built in.'
        ) : (
          <>
            Set by {policy.createdBy} <Moment at={policy.createdAt} timeZone="UTC" />: “{policy.note}”
          </>
        )}
      </p>
    </>
  );
}
