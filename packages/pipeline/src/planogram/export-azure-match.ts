/** The finding at a position of a planogram. */
export interface MatchedPosition {
  positionId: string;
  /** Left, top, width and height in pixels of the photo; null when no object was found. */
  box: readonly [x: number, y: number, width: number, height: number] | null;
  /** The planogram's name of the product found; a gap names the missing product. */
  label: string;
  /** 0..1 */
  confidence: number;
}

/**
 * Azure's documents name the fields of the planogram matching answer in two ways. The guide has
 * `matchedResultsPerPosition` and `classifications[{ confidence, label }]`; the reference has `matchingResultPerPosition`
 * and `tags[{ name, confidence }]`.
 */
export type AzureMatchSpelling = 'guide' | 'reference';

/** Writes findings as the answer of Azure's planogram matching call (2023-04-01-preview), in JSON. */
export function exportAzureMatch(
  positions: readonly MatchedPosition[],
  spelling: AzureMatchSpelling = 'guide',
): string {
  const entries = positions.map(({ positionId, box, label, confidence }, i) => {
    if (box === null) return { positionId };
    const [x, y, w, h] = box.map(Math.round);
    const found = { id: String(i + 1).padStart(2, '0'), boundingBox: { x, y, w, h } };
    return spelling === 'guide'
      ? { positionId, detectedObject: { ...found, classifications: [{ confidence, label }] } }
      : { positionId, detectedObject: { ...found, tags: [{ name: label, confidence }] } };
  });
  const member = spelling === 'guide' ? 'matchedResultsPerPosition' : 'matchingResultPerPosition';
  return `${JSON.stringify({ [member]: entries }, null, 2)}\n`;
}
