import type { ApiClient } from './api-client.ts';
import type { KnownCapture } from './known-capture.ts';
import type { JudgedCapture } from './verdict-report.ts';

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

/** Reads the verdicts of the captures with a known truth; those without a score, or with one of another version, are left out. */
export async function readJudged(
  captures: readonly KnownCapture[],
  deviceOf: (storeCode: string) => ApiClient,
): Promise<JudgedCapture[]> {
  const judged: JudgedCapture[] = [];
  for (const { id, storeCode, label, truth } of captures) {
    if (truth === null) continue;
    const { capture } = await deviceOf(storeCode).graphql<CaptureAnswer>(query, { id });
    const score = capture?.currentScore;
    if (!score || score.planogramVersion.label !== label) continue;
    const verdicts = new Map<string, string>();
    for (const { positionId, verdict } of score.verdicts)
      if (positionId !== null) verdicts.set(positionId, verdict);
    judged.push({ truth, score: score.score, verdicts });
  }
  return judged;
}
