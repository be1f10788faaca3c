'use client';
import { Button, Group, Radio, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Verdict } from '../../../generated/graphql.ts';
import { verdictLabels } from '../../../labels/verdict-labels.ts';
import { noProductMeaning, verdictMeanings } from '../../../labels/verdict-meanings.ts';
import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import { ReasonInput } from '../../../ui/reason-input.tsx';
import { verdictStyles } from '../../../ui/verdict-style.ts';
import { findingKey } from '../finding-key.ts';
import { findingSubject } from '../finding-name.ts';
import type { DecisionRequest } from './decision-request.ts';
import classes from './overrule-form.module.css';
import { possibleVerdicts, productOf } from './overrule-rules.ts';
import { ProductSelect } from './product-select.tsx';
import type { VerdictDecision } from './verdict-decision.ts';

interface OverruleFormProps {
  request: DecisionRequest;
  version: DrawnVersion | null;
  close: () => void;
  decide: (decision: VerdictDecision) => void;
}

/** Asks for the verdict, the product where the verdict needs one, and the reason. */
export function OverruleForm({ request, version, close, decide }: OverruleFormProps) {
  const { finding, scoreId, preset } = request;
  const [verdict, setVerdict] = useState<Verdict | null>(preset === 'TAKE_BACK' ? null : preset);
  const [named, setNamed] = useState<VerdictDecision['seen']>(null);
  const [reason, setReason] = useState('');
  const product = verdict === null ? 'NONE' : productOf(verdict);
  const asksProduct = product === 'NAMED' || product === 'NAMED_IF_KNOWN';
  const ready = verdict !== null && reason.trim() !== '' && (product !== 'NAMED' || named !== null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!ready) return;
    const { positionId, ordinal, expected } = finding;
    const seen = asksProduct ? named : product === 'PLANNED' ? expected : null;
    decide({
      key: findingKey(finding),
      name: findingSubject(finding),
      finding: { positionId, ordinal },
      scoreId,
      verdict,
      seen: seen && { id: seen.id, name: seen.name },
      reason,
    });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <p className={classes.now}>
          {finding.overrule ? 'Overruled already as' : 'Scoring found'}{' '}
          <b>{verdictLabels[finding.verdict].toLowerCase()}</b>. {finding.reason}
        </p>
        <Radio.Group
          label="It is"
          value={verdict}
          onChange={(value) => setVerdict(value as Verdict)}
          required
        >
          <div className={classes.choices}>
            {possibleVerdicts(finding).map((choice, at) => (
              <VerdictChoice
                key={choice}
                verdict={choice}
                isExtra={finding.positionId === null}
                focusFirst={preset === null && at === 0}
              />
            ))}
          </div>
        </Radio.Group>
        {asksProduct ? (
          <ProductSelect
            finding={finding}
            version={version}
            required={product === 'NAMED'}
            value={named}
            onChange={setNamed}
          />
        ) : null}
        <ReasonInput
          size="xs"
          value={reason}
          onChange={setReason}
          description="Recorded with the verdict."
          focusFirst={preset !== null}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready}>
            Overrule
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface VerdictChoiceProps {
  verdict: Verdict;
  isExtra: boolean;
  focusFirst: boolean;
}

function VerdictChoice({ verdict, isExtra, focusFirst }: VerdictChoiceProps) {
  const { tone, icon: VerdictIcon } = verdictStyles[verdict];
  const meaning = isExtra && verdict === 'NOT_ASSESSED' ? noProductMeaning : verdictMeanings[verdict];
  return (
    <Radio
      value={verdict}
      data-autofocus={focusFirst || undefined}
      label={
        <span className={classes.word} data-tone={tone}>
          <VerdictIcon size={15} stroke={2} aria-hidden /> {verdictLabels[verdict]}
        </span>
      }
      description={meaning}
    />
  );
}
