'use client';
import { useState } from 'react';
import type { CaptureFilter } from '../../generated/graphql.ts';

/** Captures that were picked from the list: single ones, or all that match the filter, listed or not. */
export interface CaptureSelection {
  all: boolean;
  ids: readonly string[];
  has: (id: string) => boolean;
  /** Picks or drops captures; after that it is no longer "all". */
  pick: (ids: readonly string[], picked: boolean) => void;
  pickAll: () => void;
  clear: () => void;
}

const nothing = { all: false, ids: [] as readonly string[] };

/** Another filter makes another list, so the selection begins anew with it. */
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
