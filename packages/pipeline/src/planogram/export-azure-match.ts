/** What was found at a position of a planogram. */
export interface MatchedPosition {
  positionId: string;
  /** Left, top, width and height in pixels of the photo; null: nothing was found there. */
  box: readonly [x: number, y: number, width: number, height: number] | null;
  /** The product seen, as the planogram calls it; a gap names the product that is missing. */
  label: string;
  /** 0..1 */
  confidence: number;
}

/**
 * Azure's documents give the answer of the planogram matching call in two ways: its guide says
 * `matchedResultsPerPosition` and `classifications[{ confidence, label }]`, its reference `matchingResultPerPosition` and
 * `tags[{ name, confidence }]`.
 */
export type AzureMatchSpelling = 'guide' | 'reference';

/** The answer that Azure's planogram matching call (2023-04-01-preview) would have given, as JSON. */
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
