import type { Verdict } from '@gondola/db';
import { type CreditParts, creditShares } from './score.ts';

/**
 * Returns the parts of a finding's credit, by formula version 1. The verdict determines the parts earned in full; the facings
 * are the remainder. Null: the position is not assessable.
 */
export function partsOfCredit(verdict: Verdict, credit: number | null): CreditParts | null {
  if (credit === null) return null;
  switch (verdict) {
    case 'MATCH':
    case 'FACINGS_SHORT':
    case 'FACINGS_OVER':
      return { identity: 1, shelf: 1, order: 1, facings: facingsOf(credit, 1 - creditShares.facings) };
    case 'MISPLACED': {
      // The share for facings is smaller than that for the shelf: above both, the shelf was right.
      const onShelf = credit > creditShares.identity + creditShares.facings + 1e-9;
      const rest = creditShares.identity + (onShelf ? creditShares.shelf : 0);
      return { identity: 1, shelf: onShelf ? 1 : 0, order: 0, facings: facingsOf(credit, rest) };
    }
    case 'WRONG_PRODUCT':
    case 'UNKNOWN_PRODUCT':
    case 'MISSING':
      return { identity: 0, shelf: 0, order: 0, facings: 0 };
    case 'OCCUPIED':
    case 'NOT_VISIBLE':
    case 'NOT_ASSESSED':
    case 'WAIVED':
    case 'EXTRA':
      return null;
  }
}

const facingsOf = (credit: number, rest: number): number =>
  Math.min(1, Math.max(0, (credit - rest) / creditShares.facings));
