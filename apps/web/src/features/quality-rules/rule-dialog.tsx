'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { QualityRule } from './list-quality-rules.ts';
import { RuleForm } from './rule-form.tsx';

interface RuleDialogProps {
  /** Null while the dialog is closed; `from` is the rule to change, null for a new one. */
  editing: { from: QualityRule | null } | null;
  rules: readonly QualityRule[];
  close: () => void;
}

/** Asks for a new rule, which stays while the dialog fades out. */
export function RuleDialog({ editing, rules, close }: RuleDialogProps) {
  const [shown, setShown] = useState(editing);
  if (editing && editing !== shown) setShown(editing);
  return (
    <Modal opened={editing !== null} onClose={close} title="Set the requirements for photos" size="lg">
      {shown ? (
        <RuleForm key={shown.from?.id ?? 'new'} from={shown.from} rules={rules} close={close} />
      ) : null}
    </Modal>
  );
}
