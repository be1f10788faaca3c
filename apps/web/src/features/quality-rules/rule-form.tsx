'use client';
import { Alert, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { FinalQualityPolicy } from '../../generated/graphql.ts';
import { FormFoot } from '../../ui/form-foot.tsx';
import { StoreSelect } from '../../ui/pickers/store-select.tsx';
import type { QualityRule } from './list-quality-rules.ts';
import { isComplete, type RuleDraft } from './rule-draft.ts';
import { RuleFigureInputs } from './rule-figure-inputs.tsx';
import { consequences, finalPolicyLabels, ruleInForce, type Scope } from './rule-labels.ts';
import classes from './rule-table.module.css';
import { useSetQualityRule } from './set-quality-rule.ts';

const policies = Object.keys(finalPolicyLabels) as FinalQualityPolicy[];

interface RuleFormProps {
  from: QualityRule | null;
  rules: readonly QualityRule[];
  close: () => void;
}

export function RuleForm({ from, rules, close }: RuleFormProps) {
  const [storeCode, setStoreCode] = useState(from?.store?.code ?? null);
  const [model, setModel] = useState(from?.deviceModel ?? '');
  const [note, setNote] = useState('');
  const scope: Scope = { storeCode, deviceModel: model.trim() || null };
  const today = ruleInForce(rules, scope);
  const [draft, setDraft] = useState<RuleDraft>(() => ({ ...(from ?? today) }));
  const set = useSetQualityRule();
  const ready = isComplete(draft) && note.trim() !== '';

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isComplete(draft) || note.trim() === '') return;
    const { minShortSidePx, minSharpness, maxAspect, maxRetries, finalPolicy } = draft;
    set.mutate(
      {
        minShortSidePx,
        minSharpness,
        maxAspect,
        maxRetries,
        finalPolicy,
        note: note.trim(),
        ...(scope.storeCode !== null && { storeCode: scope.storeCode }),
        ...(scope.deviceModel !== null && { deviceModel: scope.deviceModel }),
      },
      {
        onSuccess: () => {
          notifications.show({ title: 'Rule set', message: 'The rule applies from the next check.' });
          close();
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div className={classes.numbers}>
          <StoreSelect placeholder="Every store" value={storeCode} onChange={setStoreCode} />
          <TextInput
            size="xs"
            label="Camera model"
            placeholder="Any model"
            maxLength={200}
            value={model}
            onChange={(event) => setModel(event.currentTarget.value)}
          />
        </div>
        <RuleFigureInputs draft={draft} setDraft={setDraft} />
        <Radio.Group
          label="When all retries are used and no better photo came"
          value={draft.finalPolicy ?? null}
          onChange={(value) => setDraft({ ...draft, finalPolicy: value as FinalQualityPolicy })}
        >
          <Stack gap="xs" mt="xs">
            {policies.map((policy) => (
              <Radio key={policy} value={policy} label={finalPolicyLabels[policy]} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          size="xs"
          label="Note"
          description="The reason, shown with the rule."
          required
          maxLength={2000}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div aria-live="polite">
          {isComplete(draft) ? (
            <Alert icon={<IconInfoCircle />} color="ink" variant="light" title="What this does">
              <ul className={classes.consequences}>
                {consequences(scope, today, draft).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Alert>
          ) : null}
        </div>
        <FormFoot
          error={set.error}
          failed="Not set"
          close={close}
          submit="Set the rule"
          isPending={set.isPending}
          ready={ready}
        />
      </Stack>
    </form>
  );
}
