import type { MappingKind } from '../generated/graphql.ts';

/** The change of a position from one planogram version to another. */
export const mappingLabels: Record<MappingKind, { label: string; meaning: string }> = {
  SAME: { label: 'Unchanged', meaning: 'The same product in the same slot.' },
  MOVED: { label: 'Moved', meaning: 'The same product in another slot.' },
  SWAPPED: { label: 'Swapped', meaning: 'Two products swapped slots.' },
  SUBSTITUTED: { label: 'Substituted', meaning: 'Another product in the same slot.' },
  DELISTED: { label: 'Delisted', meaning: 'Only the earlier version has it.' },
  NEW: { label: 'New', meaning: 'Only the later version has it.' },
  ALIAS: { label: 'Alias', meaning: 'The old product counts as the new one for a while.' },
};
