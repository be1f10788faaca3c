'use client';
import { Radio, Select, Stack, Textarea } from '@mantine/core';
import type { ReprocessMode, VersionChoice } from '../../generated/graphql.ts';
import {
  choicesOf,
  reprocessModes,
  reprocessModeWords,
  versionChoiceWords,
} from '../../lib/words/batch-words.ts';
import { VersionSelect } from '../planograms/version-select.tsx';
import { type BatchDraft, withMode } from './draft-batch.ts';

/** As long as the API takes. */
const longestReason = 2000;

interface PlanFieldsProps {
  draft: BatchDraft;
  setDraft: (draft: BatchDraft) => void;
}

/** What is done with the captures, against which version, when it counts, and why. */
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
              label={reprocessModeWords[value].word}
              description={reprocessModeWords[value].meaning}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label="Against which planogram version"
        description={versionChoiceWords[versionChoice].meaning}
        inputWrapperOrder={['label', 'input', 'description']}
        data={choicesOf(mode).map((value) => ({ value, label: versionChoiceWords[value].word }))}
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
              description="All of them together, when somebody publishes them. Until then nobody sees a change."
            />
            <Radio
              size="xs"
              value="at once"
              label="At once"
              description="Each as it comes. The batch can still be rolled back."
            />
          </Stack>
        </Radio.Group>
      )}
      <Textarea
        size="xs"
        label="Reason"
        description="Shown beside the batch and kept in the audit log."
        value={reason}
        onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        maxLength={longestReason}
        autosize
        minRows={2}
        required
      />
    </>
  );
}
