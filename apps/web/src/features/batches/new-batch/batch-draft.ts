import type {
  CaptureFilter,
  ReprocessMode,
  ReprocessPreviewInput,
  ReprocessStartInput,
  VersionChoice,
} from '../../generated/graphql.ts';
import { choicesOf } from '../../lib/words/batch-words.ts';

/** Which captures a new batch is for: chosen by hand, or all that match. */
export type DraftScope =
  | { kind: 'CAPTURES'; captureIds: string[] }
  | { kind: 'FILTER'; filter: CaptureFilter };

/** A batch as it is being put together. */
export interface BatchDraft {
  scope: DraftScope;
  mode: ReprocessMode;
  versionChoice: VersionChoice;
  /** Label, for GIVEN; null until one was chosen. */
  version: string | null;
  publishAtOnce: boolean;
  reason: string;
}

export const newDraft = (scope: DraftScope): BatchDraft => ({
  scope,
  mode: 'RESCORE',
  versionChoice: 'PINNED',
  version: null,
  publishAtOnce: false,
  reason: '',
});

/** Another mode, with a version choice that it can follow. */
export function withMode(draft: BatchDraft, mode: ReprocessMode): BatchDraft {
  const choices = choicesOf(mode);
  const [first = draft.versionChoice] = choices;
  return {
    ...draft,
    mode,
    versionChoice: choices.includes(draft.versionChoice) ? draft.versionChoice : first,
  };
}

/** What is still missing before a dry run; null when nothing is. */
export function missingIn({ versionChoice, version, reason }: BatchDraft): string | null {
  if (versionChoice === 'GIVEN' && !version) return 'Name the planogram version.';
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
  // A release has nothing to hold back: its captures have no score yet.
  publishAtOnce: draft.mode === 'RELEASE' || draft.publishAtOnce,
  reason: draft.reason.trim(),
});
