import type {
  ReprocessMode,
  ReprocessPreviewInput,
  ReprocessStartInput,
  VersionChoice,
} from '../../../generated/graphql.ts';
import { versionChoicesFor } from '../../../labels/batch-labels.ts';
import type { NewBatchScope } from '../../../lib/batches/batch-scope.ts';

/** A batch that a person is putting together. */
export interface BatchDraft {
  scope: NewBatchScope;
  mode: ReprocessMode;
  versionChoice: VersionChoice;
  /** Label, for GIVEN; null until a version is chosen. */
  version: string | null;
  publishAtOnce: boolean;
  reason: string;
}

export const newDraft = (scope: NewBatchScope): BatchDraft => ({
  scope,
  mode: 'RESCORE',
  versionChoice: 'PINNED',
  version: null,
  publishAtOnce: false,
  reason: '',
});

/** Returns the draft with another mode, and with a version choice that this mode allows. */
export function withMode(draft: BatchDraft, mode: ReprocessMode): BatchDraft {
  const choices = versionChoicesFor(mode);
  const [first = draft.versionChoice] = choices;
  return {
    ...draft,
    mode,
    versionChoice: choices.includes(draft.versionChoice) ? draft.versionChoice : first,
  };
}

/** Returns what is missing before a dry run; null when nothing is. */
export function missingIn({ versionChoice, version, reason }: BatchDraft): string | null {
  if (versionChoice === 'GIVEN' && !version) return 'Choose the planogram version.';
  if (reason.trim() === '') return 'Give a reason.';
  return null;
}

export const toPreviewInput = ({
  scope,
  mode,
  versionChoice,
  version,
}: BatchDraft): ReprocessPreviewInput => ({
  scope: scope.kind === 'CAPTURES' ? { captureIds: scope.captureIds } : { filter: scope.filter },
  mode,
  versionChoice,
  version: versionChoice === 'GIVEN' ? version : null,
});

export const toStartInput = (draft: BatchDraft): ReprocessStartInput => ({
  ...toPreviewInput(draft),
  // A release has no earlier score to compare with, so there is nothing to hold back.
  publishAtOnce: draft.mode === 'RELEASE' || draft.publishAtOnce,
  reason: draft.reason.trim(),
});
