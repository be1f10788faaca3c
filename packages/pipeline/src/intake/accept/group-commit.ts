import type { IntakeResult, IntakeTools, SubmittingDevice } from './accept-captures.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import type { Submission } from './arrival.ts';
import { gather } from './gather.ts';

export type AcceptTogether = (
  device: SubmittingDevice,
  payloads: readonly unknown[],
  traceParent: string | null,
) => Promise<IntakeResult[]>;

/** As many payloads as the largest batch of one device: a transaction of about a twentieth of a second. */
const largestGroup = 500;
/** Some 20 MB of payloads of the usual size; who comes on top is told to try later. */
const mostWaiting = 20_000;

/**
 * acceptCaptures for many requests at once: those that come while a transaction is under way share the next one, of
 * whatever devices and stores they are. Nobody is answered before the commit of his own payloads has returned. When a
 * shared transaction fails, each of its submissions is tried again alone, so that one cannot fail its neighbours; if
 * the failure was a lost answer to COMMIT, what was written is found again as a duplicate. Rejects with GatherFull
 * when too much waits.
 */
export function groupCommit(tools: IntakeTools): AcceptTogether {
  const accept = gather<Submission, IntakeResult[]>((group) => acceptGroup(tools, group), {
    // An empty batch is a place in the queue all the same.
    sizeOf: ({ payloads }) => Math.max(1, payloads.length),
    largestGroup,
    mostWaiting,
    // While one group waits for the disk, the next one is being written.
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
  if (!results) throw new Error('the submission was not answered');
  return results;
}
