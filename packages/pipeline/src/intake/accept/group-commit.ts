import { acceptSubmissions } from './accept-submissions.ts';
import { batchConcurrentCalls } from './batch-concurrent-calls.ts';
import type { IntakeResult } from './intake-result.ts';
import type { IntakeTools, SubmittingDevice } from './intake-tools.ts';
import type { Submission } from './received-payload.ts';

export type AcceptCaptures = (
  device: SubmittingDevice,
  payloads: readonly unknown[],
  traceParent: string | null,
) => Promise<IntakeResult[]>;

/** The largest batch of one device; such a transaction takes about 50 ms. */
const maxGroupSize = 500;
/** About 20 MB of typical payloads; requests beyond that get TRY_LATER. */
const maxWaitingSize = 20_000;

/**
 * Calls acceptSubmissions for many requests at once: requests that arrive during a transaction share the next one,
 * whatever their devices and stores. No request gets its results before the commit of its own payloads. When a shared
 * transaction fails, each of its submissions is retried alone, so that one cannot fail the others. If the failure was a
 * lost COMMIT acknowledgement, the retry finds the written captures as duplicates.
 *
 * @throws BatchQueueFull when too many payloads wait already.
 */
export function groupCommit(tools: IntakeTools): AcceptCaptures {
  const accept = batchConcurrentCalls<Submission, IntakeResult[]>((group) => acceptGroup(tools, group), {
    // An empty submission has size one, because it waits like the others.
    sizeOf: ({ payloads }) => Math.max(1, payloads.length),
    maxGroupSize,
    maxWaitingSize,
    // While one group waits for the disk, the other one executes its statements.
    lanes: 2,
  });
  return (device, payloads, traceParent) => accept({ device, payloads, traceParent });
}

async function acceptGroup(
  tools: IntakeTools,
  group: readonly Submission[],
): Promise<PromiseSettledResult<IntakeResult[]>[]> {
  try {
    const results = await acceptSubmissions(tools, group);
    return results.map((value) => ({ status: 'fulfilled', value }));
  } catch (error) {
    if (group.length === 1) throw error;
    return Promise.allSettled(group.map((submission) => acceptAlone(tools, submission)));
  }
}

async function acceptAlone(tools: IntakeTools, submission: Submission): Promise<IntakeResult[]> {
  const [results] = await acceptSubmissions(tools, [submission]);
  if (!results) throw new Error('invariant: the submission has no results');
  return results;
}
