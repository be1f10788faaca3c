import type { Transaction } from '@gondola/db';
import type { IntakeResult, IntakeTools } from './accept-captures.ts';
import { admitCaptures } from './admission.ts';
import { type Refusal, refuse, type Submission, sortSubmissions } from './arrival.ts';
import { findDuplicates, type Resend } from './find-duplicates.ts';
import { insertCaptures } from './insert-captures.ts';
import { insertDeadLetters } from './insert-dead-letters.ts';
import { type ResolvedArrival, resolveUploads } from './resolve-uploads.ts';
import { type Surveyed, survey } from './survey.ts';

/**
 * Takes the payloads of several submissions in, of whatever devices, all in one transaction. When it resolves,
 * everything that it answers is durable; when it rejects, nothing of it happened.
 *
 * Locks are taken in one order everywhere, so that sets with the same payloads do not deadlock: uploads by id, bays by
 * name, captures by key, captures in conflict by id, their claims, alerts, dead letters by payload.
 */
export async function acceptSubmissions(
  tools: IntakeTools,
  submissions: readonly Submission[],
): Promise<IntakeResult[][]> {
  const { arrivals, refusals, answers } = sortSubmissions(submissions);
  await tools.db.transaction(async (tx) => {
    const { known, unknown } = await resolveUploads(tx, arrivals);
    const taken = await takeIn(tools, tx, known);
    await insertDeadLetters(tx, [...refusals, ...unknown, ...taken]);
  });
  return answers.map((results) =>
    results.map((result) => {
      if (!result) throw new Error('a payload has no outcome');
      return result;
    }),
  );
}

/** New captures and duplicates. Answers the payloads that are refused after all. */
async function takeIn(
  tools: IntakeTools,
  tx: Transaction,
  arrivals: readonly ResolvedArrival[],
): Promise<Refusal[]> {
  const { candidates, followers, resends, refusals } = sortSurveyed(await survey(tx, arrivals));
  const leaders = new Map<string, Resend['earlier'] | 'DEFERRED'>();
  if (candidates.length > 0) {
    const pressure = (await tools.readPressure?.()) ?? null;
    const { admitted, deferred } = await admitCaptures(tx, candidates, pressure);
    const inserted = await insertCaptures(tools, tx, admitted);
    for (const [candidate, captureId] of inserted) {
      candidate.arrival.answer({ outcome: 'ACCEPTED', captureId, problems: [] });
      leaders.set(candidate.arrival.identity, toEarlier(candidate.arrival, captureId));
    }
    for (const { candidate, answer } of deferred) {
      candidate.arrival.answer(answer);
      leaders.set(candidate.arrival.identity, 'DEFERRED');
      for (const follower of followers)
        if (follower.identity === candidate.arrival.identity) follower.answer(answer);
    }
    // Another transaction was quicker with these keys, and has been committed by now.
    const beaten = admitted.filter((candidate) => !inserted.has(candidate));
    for (const { arrival, earlier } of await survey(
      tx,
      beaten.map(({ arrival }) => arrival),
    )) {
      if (!earlier) throw new Error('a capture that conflicts is not there');
      leaders.set(arrival.identity, earlier);
      resends.push({ arrival, earlier });
    }
  }
  for (const arrival of followers) {
    const earlier = leaders.get(arrival.identity);
    if (!earlier) throw new Error('a payload follows none');
    if (earlier !== 'DEFERRED') resends.push({ arrival, earlier });
  }
  await findDuplicates(tx, resends);
  return refusals;
}

interface Sorted {
  /** The first payload of each key that is not known. */
  candidates: Surveyed[];
  /** Further payloads of a candidate's key. */
  followers: ResolvedArrival[];
  resends: Resend[];
  refusals: Refusal[];
}

function sortSurveyed(surveyed: readonly Surveyed[]): Sorted {
  const sorted: Sorted = { candidates: [], followers: [], resends: [], refusals: [] };
  const identities = new Set<string>();
  const uploads = new Set<string>();
  for (const each of surveyed) {
    const { arrival, earlier } = each;
    const { upload } = arrival;
    if (earlier) sorted.resends.push({ arrival, earlier });
    else if (identities.has(arrival.identity)) sorted.followers.push(arrival);
    else if (upload && (each.uploadIsTaken || uploads.has(upload.id)))
      sorted.refusals.push(
        refuse(arrival, 'UPLOAD_TAKEN', '$.upload_id', `Upload ${upload.id} belongs to another capture.`),
      );
    else {
      identities.add(arrival.identity);
      if (upload) uploads.add(upload.id);
      sorted.candidates.push(each);
    }
  }
  return sorted;
}

const toEarlier = ({ payload, upload }: ResolvedArrival, captureId: string): Resend['earlier'] => ({
  captureId,
  sha256: null,
  declaredSha256: payload.sha256 ?? null,
  imageUrl: payload.image_url ?? null,
  uploadId: upload?.id ?? null,
  uploadedSha256: upload?.sha256 ?? null,
});
