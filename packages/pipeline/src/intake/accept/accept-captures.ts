import { acceptSubmissions } from './accept-submissions.ts';
import type { IntakeResult } from './intake-result.ts';
import type { IntakeTools, SubmittingDevice } from './intake-tools.ts';

/**
 * Accepts the payloads of one submission in a transaction of its own, for tests, drills and benchmarks. The API uses
 * `groupCommit`, which shares transactions. Returns one result per payload, in the same order. When the promise
 * resolves, every result is durable.
 */
export async function acceptCaptures(
  tools: IntakeTools,
  device: SubmittingDevice,
  payloads: readonly unknown[],
  traceParent: string | null = null,
): Promise<IntakeResult[]> {
  const [results] = await acceptSubmissions(tools, [{ device, payloads, traceParent }]);
  if (!results) throw new Error('invariant: the submission has no results');
  return results;
}
