/** The detections to score and the version to score them against. */
export interface ScoreTarget {
  captureId: string;
  detectionSetId: string;
  versionId: string;
  mappedFromVersionId: string | null;
}
