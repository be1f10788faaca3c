'use client';
import { Button, Group, Radio, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Verdict } from '../../generated/graphql.ts';
import { noProductMeaning, verdictMeanings } from '../../lib/words/verdict-meanings.ts';
import { verdictWords } from '../../lib/words/verdict-words.ts';
import { ReasonInput } from '../../ui/reason-input.tsx';
import { verdictLook } from '../../ui/verdict-look.ts';
import { subjectOf } from './name-of-finding.ts';
import type { Asking } from './overrule-dialog.tsx';
import classes from './overrule-form.module.css';
import { possibleVerdicts, productOf } from './overrule-rules.ts';
import type { Ruling } from './overrule-verdict.ts';
import { ProductSelect } from './product-select.tsx';
import type { DrawnVersion } from './read-planogram-version.ts';
import { keyOf } from './selection.ts';

interface OverruleFormProps {
  asking: Asking;
  version: DrawnVersion | null;
  close: () => void;
  rule: (ruling: Ruling) => void;
}

/** The verdict, the product where the verdict is about another one, and why. */
export function OverruleForm({ asking, version, close, rule }: OverruleFormProps) {
  const { finding, scoreId, preset } = asking;
  const [verdict, setVerdict] = useState<Verdict | null>(preset === 'TAKE_BACK' ? null : preset);
  const [named, setNamed] = useState<Ruling['seen']>(null);
  const [reason, setReason] = useState('');
  const product = verdict === null ? 'NONE' : productOf(verdict);
  const asksProduct = product === 'NAMED' || product === 'NAMED_IF_KNOWN';
  const ready = verdict !== null && reason.trim() !== '' && (product !== 'NAMED' || named !== null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!ready) return;
    const { positionId, ordinal, expected } = finding;
    const seen = asksProduct ? named : product === 'PLANNED' ? expected : null;
    rule({
      key: keyOf(finding),
      name: subjectOf(finding),
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
          <b>{verdictWords[finding.verdict].toLowerCase()}</b>. {finding.reason}
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
          description="Kept with the verdict; whoever doubts it later reads this."
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
  const { tone, icon: VerdictIcon } = verdictLook[verdict];
  const meaning = isExtra && verdict === 'NOT_ASSESSED' ? noProductMeaning : verdictMeanings[verdict];
  return (
    <Radio
      value={verdict}
      data-autofocus={focusFirst || undefined}
      label={
        <span className={classes.word} data-tone={tone}>
          <VerdictIcon size={15} stroke={2} aria-hidden /> {verdictWords[verdict]}
        </span>
      }
      description={meaning}
    />
  );
}
