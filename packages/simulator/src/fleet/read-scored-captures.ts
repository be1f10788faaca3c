import type { ApiClient } from './api-client.ts';
import type { KnownCapture } from './known-capture.ts';
import type { ScoredCapture } from './verdict-report.ts';

interface CaptureAnswer {
  capture: {
    state: string;
    currentScore: {
      score: number | null;
      planogramVersion: { label: string };
      verdicts: { positionId: string | null; verdict: string }[];
    } | null;
  } | null;
}

const query = `query ($id: ID!) {
  capture(id: $id) { state currentScore { score planogramVersion { label } verdicts { positionId verdict } } }
}`;

/** Reads the verdicts of the captures with a known truth. Captures without a score of their version are left out. */
export async function readScoredCaptures(
  captures: readonly KnownCapture[],
  deviceOf: (storeCode: string) => ApiClient,
): Promise<ScoredCapture[]> {
  const scored: ScoredCapture[] = [];
  for (const { id, storeCode, label, truth } of captures) {
    if (truth === null) continue;
    const { capture } = await deviceOf(storeCode).graphql<CaptureAnswer>(query, { id });
    const score = capture?.currentScore;
    if (!score || score.planogramVersion.label !== label) continue;
    const verdicts = new Map<string, string>();
    for (const { positionId, verdict } of score.verdicts)
      if (positionId !== null) verdicts.set(positionId, verdict);
    scored.push({ truth, score: score.score, verdicts });
  }
  return scored;
}
