import { findingKey } from '../finding-key.ts';
import type { ReviewedCapture } from '../read-capture.ts';
import type { VerdictDecision } from './verdict-decision.ts';

/**
 * Returns the capture as it looks while a decision is being sent: the finding has the person's verdict. The score stays,
 * since only the API makes scores.
 */
export function withDecision(
  capture: ReviewedCapture,
  { key, verdict, seen, reason }: VerdictDecision,
  author: string,
  createdAt: string,
): ReviewedCapture {
  const { currentScore } = capture;
  if (!currentScore) return capture;
  const verdicts = currentScore.verdicts.map((finding) => {
    if (findingKey(finding) !== key) return finding;
    const machine = finding.machine ?? finding;
    if (verdict === null)
      return {
        ...finding,
        verdict: machine.verdict,
        seen: machine.seen,
        reason: machine.reason,
        overrule: null,
        machine: null,
      };
    return {
      ...finding,
      verdict,
      seen: seen === null ? null : { sku: '', imageUrls: [], ...seen },
      overrule: { id: 'on-its-way', verdict, reason, author, createdAt },
      machine,
    };
  });
  const counts = Map.groupBy(verdicts, (finding) => finding.verdict);
  const verdictCounts = [...counts].map(([one, some]) => ({ verdict: one, count: some.length }));
  return { ...capture, currentScore: { ...currentScore, verdicts, verdictCounts } };
}
