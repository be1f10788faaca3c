'use client';
import { Radio, Select, Stack, Textarea } from '@mantine/core';
import type { ReprocessMode, VersionChoice } from '../../../generated/graphql.ts';
import {
  reprocessModeLabels,
  reprocessModes,
  versionChoiceLabels,
  versionChoicesFor,
} from '../../../labels/batch-labels.ts';
import { VersionSelect } from '../../../ui/pickers/version-select.tsx';
import { type BatchDraft, withMode } from './batch-draft.ts';

/** The API's limit. */
const maxReasonLength = 2000;

interface PlanFieldsProps {
  draft: BatchDraft;
  setDraft: (draft: BatchDraft) => void;
}

/** Asks for the mode, the planogram version, the time of publication and the reason. */
export function PlanFields({ draft, setDraft }: PlanFieldsProps) {
  const { mode, versionChoice, version, publishAtOnce, reason } = draft;
  return (
    <>
      <Radio.Group
        label="What to do"
        value={mode}
        onChange={(value) => setDraft(withMode(draft, value as ReprocessMode))}
      >
        <Stack gap={8} mt={6}>
          {reprocessModes.map((value) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={reprocessModeLabels[value].label}
              description={reprocessModeLabels[value].meaning}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label="Against which planogram version"
        description={versionChoiceLabels[versionChoice].meaning}
        inputWrapperOrder={['label', 'input', 'description']}
        data={versionChoicesFor(mode).map((value) => ({ value, label: versionChoiceLabels[value].label }))}
        value={versionChoice}
        onChange={(value) => value && setDraft({ ...draft, versionChoice: value as VersionChoice })}
        allowDeselect={false}
      />
      {versionChoice === 'GIVEN' ? (
        <VersionSelect
          label="Version"
          placeholder="Choose one"
          value={version}
          onChange={(label) => setDraft({ ...draft, version: label })}
          required
        />
      ) : null}
      {mode === 'RELEASE' ? null : (
        <Radio.Group
          label="When the new scores count"
          value={publishAtOnce ? 'at once' : 'after review'}
          onChange={(value) => setDraft({ ...draft, publishAtOnce: value === 'at once' })}
        >
          <Stack gap={8} mt={6}>
            <Radio
              size="xs"
              value="after review"
              label="After review"
              description="All of them together, when a person publishes them. Until then nothing changes."
            />
            <Radio
              size="xs"
              value="at once"
              label="At once"
              description="Each score as soon as it is ready. The batch can still be rolled back."
            />
          </Stack>
        </Radio.Group>
      )}
      <Textarea
        size="xs"
        label="Reason"
        description="Shown with the batch and recorded in the audit log."
        value={reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        maxLength={maxReasonLength}
        autosize
        minRows={2}
        required
      />
    </>
  );
}
