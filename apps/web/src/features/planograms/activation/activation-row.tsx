'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarTime, IconCircleCheck, IconClockCancel } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import type { ActivationState } from '../../../generated/graphql.ts';
import { can } from '../../../lib/can.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Due, Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { versionPath } from '../version-path.ts';
import { outcomeLabel, scopeOfActivation } from './activation-labels.ts';
import classes from './activations-panel.module.css';
import { useCancelActivation } from './cancel-activation.ts';
import type { PlannedActivation } from './list-planned-activations.ts';

const styles: Record<ActivationState, { tone: Tone; icon: typeof IconCircleCheck; label: string }> = {
  PLANNED: { tone: 'over', icon: IconCalendarTime, label: 'Planned' },
  DONE: { tone: 'good', icon: IconCircleCheck, label: 'Done' },
  CANCELLED: { tone: 'quiet', icon: IconClockCancel, label: 'Cancelled' },
};

interface ActivationRowProps {
  activation: PlannedActivation;
  /** Names the version, in a list of several versions. */
  named: boolean;
}

export function ActivationRow({ activation, named }: ActivationRowProps) {
  const { id, state, version, dueAt, endedAt, endedBy, createdBy, outcome } = activation;
  const { tone, icon, label } = styles[state];
  const timeZone = ownTimeZone();
  const may = can(useViewer(), 'PLANOGRAM_VERSION_ACTIVATE', { planogramVersion: version.label });
  const [confirming, setConfirming] = useState(false);
  const cancel = useCancelActivation();
  const confirm = () =>
    cancel.mutate(id, {
      onSuccess: () =>
        notifications.show({
          title: 'Cancelled',
          message: `${version.label} is not activated at that time.`,
        }),
      onError: (fault) =>
        notifications.show({ color: 'red', title: 'Not cancelled', message: fault.message }),
    });
  return (
    <div className={classes.row}>
      <Tag tone={tone} icon={icon}>
        {label}
      </Tag>
      <div className={classes.what}>
        <div>
          {named ? (
            <>
              <Link href={versionPath(version.label)}>{version.label}</Link>{' '}
            </>
          ) : null}
          {scopeOfActivation(activation)}
        </div>
        <div className={classes.dim}>
          {state === 'PLANNED' ? (
            <>
              <Due at={dueAt} timeZone={timeZone} />, planned by {createdBy}
            </>
          ) : state === 'CANCELLED' ? (
            <>
              was due <Moment at={dueAt} timeZone={timeZone} />, cancelled by {endedBy ?? 'a person'}
            </>
          ) : (
            <>
              <Moment at={endedAt ?? dueAt} timeZone={timeZone} />, by {createdBy}
              {outcome ? `: ${outcomeLabel(outcome, activation.capturesReleased)}` : ''}
            </>
          )}
        </div>
      </div>
      {state === 'PLANNED' && may ? (
        <div className={classes.acts}>
          {/* One button for both, so that it keeps the focus. */}
          <Button
            variant="default"
            aria-label={confirming ? undefined : `Cancel the activation of ${version.label}`}
            onClick={() => setConfirming(!confirming)}
          >
            {confirming ? 'Keep it' : 'Cancel…'}
          </Button>
          {confirming ? (
            <Button color="red" loading={cancel.isPending} onClick={confirm}>
              Cancel the activation
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
