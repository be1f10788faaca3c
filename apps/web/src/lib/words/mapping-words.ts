import type { MappingKind } from '../../generated/graphql.ts';

/** What became of a position from one planogram version to another, for people. */
export const mappingWords: Record<MappingKind, { word: string; meaning: string }> = {
  SAME: { word: 'Unchanged', meaning: 'The same product in the same place.' },
  MOVED: { word: 'Moved', meaning: 'The same product in another place.' },
  SWAPPED: { word: 'Swapped', meaning: 'Two products traded places.' },
  SUBSTITUTED: { word: 'Substituted', meaning: 'Another product in the same place.' },
  DELISTED: { word: 'Delisted', meaning: 'The earlier version alone has it.' },
  NEW: { word: 'New', meaning: 'The later version alone has it.' },
  ALIAS: { word: 'Alias', meaning: 'The old product counts as the new one for a while.' },
};
