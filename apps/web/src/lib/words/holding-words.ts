import type { RetentionHolding } from '../../generated/graphql.ts';

interface HoldingWords {
  /** Such as a line of a list. */
  word: string;
  /** What it means, and what would let the photo go. */
  meaning: string;
}

/** Why a photo stays, in the order in which a person wants to know it: what people decide first, what time does last. */
export const holdingWords: Record<RetentionHolding, HoldingWords> = {
  KEPT: {
    word: 'Kept by a person',
    meaning: 'Somebody keeps it, with a reason that the capture shows. It stays until it is released there.',
  },
  ALERT_OPEN: {
    word: 'An alert is open',
    meaning: 'An alert about a capture that shows it is open. It can go once the alert is closed.',
  },
  CONFLICT_OPEN: {
    word: 'A conflict is open',
    meaning: 'It is the other photo of a conflict. It can go once the alert of the conflict is closed.',
  },
  RECAPTURE_OPEN: {
    word: 'A recapture is asked for',
    meaning: 'A recapture of the same bay is asked for. It can go once that came or was withdrawn.',
  },
  REFERENCE_IMAGE: {
    word: 'Reference image',
    meaning: 'A product is recognised by it. It never goes while it is a reference image.',
  },
  UPLOAD_WAITING: {
    word: 'Upload without a capture',
    meaning: 'It was uploaded once more, and the capture of that upload is still to come.',
  },
  POLICY: {
    word: 'Its days are not over',
    meaning:
      'The policy keeps it longer: for days that are still to pass, or for ever. One capture that needs it is enough.',
  },
  NOT_ARCHIVED: {
    word: 'Not archived yet',
    meaning:
      'A capture that shows it is under review, on its way, or a dead letter. Its days begin when the capture is archived.',
  },
};

export const holdingsInOrder = Object.keys(holdingWords) as RetentionHolding[];

/** A count that may be cut off, such as "12" or "10,000 or more". */
export const countOrMore = (count: number, isCutOff: boolean): string =>
  `${count.toLocaleString('en')}${isCutOff ? ' or more' : ''}`;
