'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import { findingSubject } from '../finding-name.ts';
import type { DecisionRequest } from './decision-request.ts';
import { OverruleForm } from './overrule-form.tsx';
import { TakeBackForm } from './take-back-form.tsx';
import type { VerdictDecision } from './verdict-decision.ts';

interface OverruleDialogProps {
  /** Null while the dialog is closed. */
  request: DecisionRequest | null;
  version: DrawnVersion | null;
  close: () => void;
  decide: (decision: VerdictDecision) => void;
}

/** Asks for the right verdict of a finding, which stays while the dialog fades out. */
export function OverruleDialog({ request, version, close, decide }: OverruleDialogProps) {
  const [shown, setShown] = useState(request);
  if (request && request !== shown) setShown(request);
  const takesBack = shown?.preset === 'TAKE_BACK';
  const title = shown
    ? takesBack
      ? 'Take the decision back'
      : `Right verdict: ${findingSubject(shown.finding)}`
    : '';
  const confirm = (decision: VerdictDecision) => {
    close();
    decide(decision);
  };
  return (
    <Modal
      opened={request !== null}
      onClose={close}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={title}
      size="lg"
    >
      {shown === null ? null : takesBack ? (
        <TakeBackForm request={shown} close={close} decide={confirm} />
      ) : (
        <OverruleForm
          key={`${shown.finding.id} ${shown.preset}`}
          request={shown}
          version={version}
          close={close}
          decide={confirm}
        />
      )}
    </Modal>
  );
}
