import type { QualityFlaw, QualityHint } from '@gondola/db';
import type { PhotoMeasures } from '../images/quality-gate.ts';
import type { StoredObject } from '../objects/object-store.ts';

/** A photo that was decoded and measured just now; its objects are durable. */
export interface PreparedPhoto extends PhotoMeasures {
  original: StoredObject;
  mimeType: string;
  display: StoredObject;
  thumbnail: StoredObject;
}

/** The reading of an earlier look, as the capture keeps it: the same bytes need not be decoded again. */
export interface KnownPhoto extends PhotoMeasures {
  sha256: string;
}

/** A photo and how it was judged. */
export interface JudgedPhoto {
  /** Null when the bytes are those of an earlier look. */
  fresh: PreparedPhoto | null;
  flaws: QualityFlaw[];
  hints: QualityHint[];
  /** The rule it was judged by; null is the built-in one. */
  qualityRuleId: string | null;
  /** The earlier capture of the same bay that this one was taken to replace. */
  supersedesId: string | null;
}
