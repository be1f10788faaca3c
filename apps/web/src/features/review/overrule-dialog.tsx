'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Verdict } from '../../generated/graphql.ts';
import { subjectOf } from './name-of-finding.ts';
import { OverruleForm } from './overrule-form.tsx';
import type { Ruling } from './overrule-verdict.ts';
import type { PositionVerdict } from './read-capture.ts';
import type { DrawnVersion } from './read-planogram-version.ts';
import { TakeBackForm } from './take-back-form.tsx';

/** What a person is about to rule on: the finding and the score as they were when the dialog opened. */
export interface Asking {
  finding: PositionVerdict;
  scoreId: string;
  /** A verdict that is chosen already; TAKE_BACK asks for nothing but the reason. */
  preset: Verdict | 'TAKE_BACK' | null;
}

interface OverruleDialogProps {
  /** Null while the dialog is closed. */
  asking: Asking | null;
  version: DrawnVersion | null;
  close: () => void;
  rule: (ruling: Ruling) => void;
}

/** Asks what a finding really is. Keeps showing it while the dialog fades out. */
export function OverruleDialog({ asking, version, close, rule }: OverruleDialogProps) {
  const [shown, setShown] = useState(asking);
  if (asking && asking !== shown) setShown(asking);
  const takesBack = shown?.preset === 'TAKE_BACK';
  const title = shown
    ? takesBack
      ? 'Take the ruling back'
      : `What is it really? ${subjectOf(shown.finding)}`
    : '';
  const confirm = (ruling: Ruling) => {
    close();
    rule(ruling);
  };
  return (
    <Modal
      opened={asking !== null}
      onClose={close}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={title}
      size="lg"
    >
      {shown === null ? null : takesBack ? (
        <TakeBackForm asking={shown} close={close} rule={confirm} />
      ) : (
        <OverruleForm
          key={`${shown.finding.id} ${shown.preset}`}
          asking={shown}
          version={version}
          close={close}
          rule={confirm}
        />
      )}
    </Modal>
  );
}
