import type { MetadataFlaw, QualityFlaw, QualityHint } from '@gondola/db';
import type { PhotoMeasures } from '../../images/quality-gate.ts';
import type { StoredObject } from '../../objects/object-store.ts';

/** A freshly decoded and measured photo; its objects are durable. */
export interface PreparedPhoto extends PhotoMeasures {
  original: StoredObject;
  mimeType: string;
  display: StoredObject;
  thumbnail: StoredObject;
}

/** The measures of an earlier attempt, as stored with the capture: the same bytes are not decoded again. */
export interface KnownPhoto extends PhotoMeasures {
  sha256: string;
}

/** A photo with its quality assessment. */
export interface JudgedPhoto {
  /** Null when the bytes equal those of an earlier attempt. */
  fresh: PreparedPhoto | null;
  flaws: QualityFlaw[];
  hints: QualityHint[];
  metadataFlaws: MetadataFlaw[];
  /** The rule of the assessment; null for the built-in rule. */
  qualityRuleId: string | null;
  /** The earlier capture of the same bay that this capture supersedes. */
  supersedesId: string | null;
}
