import type { CaptureResult } from './capture-result.ts';

/** Prints one JSON object, or a table for people: every position, then what it adds up to. */
export function printResult(result: CaptureResult, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(result));
    return;
  }
  for (const p of [...result.positions, ...result.extras])
    console.log(
      [
        (p.id ?? '-').padEnd(8),
        p.verdict.padEnd(16),
        p.confidence.toFixed(2),
        `${p.facings.seen ?? '-'}/${p.facings.planned}`.padEnd(5),
        p.reason,
      ].join('  '),
    );
  const percent = (rate: number | null) => (rate === null ? 'none' : `${(rate * 100).toFixed(1)} %`);
  console.log(`\n${result.state}${result.reason ? `: ${result.reason}` : ''}`);
  if (result.tier !== null)
    console.log(
      `score ${percent(result.score)}, strict rate ${percent(result.strictRate)}, coverage ${percent(result.coverage)}; tier ${result.tier} (${result.modelId})`,
    );
  const { preprocess, inference, score, acceptedToScored } = result.timingsMs;
  console.log(
    `preprocess ${preprocess ?? '-'} ms, inference ${inference ?? '-'} ms, score ${score ?? '-'} ms, accepted to scored ${acceptedToScored ?? '-'} ms`,
  );
}
