'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarTime, IconCircleCheck, IconClockCancel } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import type { ActivationState } from '../../generated/graphql.ts';
import { useViewer } from '../../lib/viewer.ts';
import { Due, Moment } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ownTimeZone } from '../inference/own-time-zone.ts';
import { outcomeWords, scopeOfActivation } from './activation-words.ts';
import classes from './activations-panel.module.css';
import { useCancelActivation } from './cancel-activation.ts';
import type { PlannedActivation } from './list-planned-activations.ts';
import { mayManagePlanograms } from './may-manage-planograms.ts';
import { versionPath } from './version-path.ts';

const looks: Record<ActivationState, { tone: Tone; icon: typeof IconCircleCheck; word: string }> = {
  PLANNED: { tone: 'over', icon: IconCalendarTime, word: 'Planned' },
  DONE: { tone: 'good', icon: IconCircleCheck, word: 'Done' },
  CANCELLED: { tone: 'quiet', icon: IconClockCancel, word: 'Taken back' },
};

interface ActivationRowProps {
  activation: PlannedActivation;
  /** Says of which version it is, where the list is of several. */
  named: boolean;
}

export function ActivationRow({ activation, named }: ActivationRowProps) {
  const { id, state, version, dueAt, endedAt, endedBy, createdBy, outcome } = activation;
  const { tone, icon, word } = looks[state];
  const timeZone = ownTimeZone();
  const may = mayManagePlanograms(useViewer());
  const [asked, setAsked] = useState(false);
  const cancel = useCancelActivation();
  const takeBack = () =>
    cancel.mutate(id, {
      onSuccess: () =>
        notifications.show({
          title: 'Taken back',
          message: `${version.label} is not activated at that time.`,
        }),
      onError: (fault) =>
        notifications.show({ color: 'red', title: 'Not taken back', message: fault.message }),
    });
  return (
    <div className={classes.row}>
      <Tag tone={tone} icon={icon}>
        {word}
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
              was due <Moment at={dueAt} timeZone={timeZone} />, taken back by {endedBy ?? 'somebody'}
            </>
          ) : (
            <>
              <Moment at={endedAt ?? dueAt} timeZone={timeZone} />, by {createdBy}
              {outcome ? `: ${outcomeWords(outcome, activation.capturesReleased)}` : ''}
            </>
          )}
        </div>
      </div>
      {state === 'PLANNED' && may ? (
        <div className={classes.acts}>
          {/* One button for both, so that the focus stays where it is. */}
          <Button
            variant="default"
            aria-label={asked ? undefined : `Take back the activation of ${version.label}`}
            onClick={() => setAsked(!asked)}
          >
            {asked ? 'Leave it' : 'Take back…'}
          </Button>
          {asked ? (
            <Button color="red" loading={cancel.isPending} onClick={takeBack}>
              Take it back
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
