'use client';
import { useState } from 'react';
import type { CaptureFilter } from '../../generated/graphql.ts';

/** Captures selected in the list: single ones, or all that match the filter, listed or not. */
export interface CaptureSelection {
  all: boolean;
  ids: readonly string[];
  has: (id: string) => boolean;
  /** Selects or deselects captures; after that it is no longer "all". */
  pick: (ids: readonly string[], picked: boolean) => void;
  pickAll: () => void;
  clear: () => void;
}

const nothing = { all: false, ids: [] as readonly string[] };

/** Holds the selection; another filter makes another list and clears it. */
export function useCaptureSelection(filter: CaptureFilter): CaptureSelection {
  const key = JSON.stringify(filter);
  const [{ of, all, ids }, setSelection] = useState({ of: key, ...nothing });
  if (of !== key) setSelection({ of: key, ...nothing });
  return {
    all,
    ids,
    has: (id) => all || ids.includes(id),
    pick: (changed, picked) => {
      const others = ids.filter((id) => !changed.includes(id));
      setSelection({ of: key, all: false, ids: picked ? [...others, ...changed] : others });
    },
    pickAll: () => setSelection({ of: key, all: true, ids: [] }),
    clear: () => setSelection({ of: key, ...nothing }),
  };
}
