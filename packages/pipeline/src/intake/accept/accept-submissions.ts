import type { Transaction } from '@gondola/db';
import { answerResends, type Resend } from './answer-resends.ts';
import type { Earlier } from './compare-with-earlier.ts';
import { findExisting, type MatchedPayload } from './find-existing.ts';
import { identifyDevices } from './identify-devices.ts';
import { insertCaptures } from './insert-captures.ts';
import { insertDeadLetters } from './insert-dead-letters.ts';
import type { IntakeResult } from './intake-result.ts';
import type { IntakeTools } from './intake-tools.ts';
import { applyCaptureQuotas } from './quotas.ts';
import {
  type Answer,
  type RejectedPayload,
  receivePayloads,
  resultsBySubmission,
  type Submission,
} from './received-payload.ts';
import { type PayloadWithUpload, resolveUploads } from './resolve-uploads.ts';
import { separatePhones } from './separate-phones.ts';
import { sortByCapture } from './sort-by-capture.ts';

/**
 * Accepts the payloads of several submissions, of any devices, in one transaction. When the promise resolves, every
 * result is durable; when it rejects, nothing was written.
 *
 * All code takes locks in one order, so that sets with the same payloads do not deadlock: device keys by id,
 * uploads by id, bays by name, devices by MAC, captures by key, captures in conflict by id, their claims, alerts, dead letters by payload.
 */
export async function acceptSubmissions(
  tools: IntakeTools,
  submissions: readonly Submission[],
): Promise<IntakeResult[][]> {
  const { gated, rejected } = receivePayloads(submissions);
  const answers = await tools.db.transaction(async (tx) => {
    const received = await identifyDevices(tx, gated);
    const withUploads = await resolveUploads(tx, received);
    const first = await acceptAll(tools, tx, withUploads.known);
    const { resends, ofOtherPhones } = separatePhones(first.resends);
    const second = await acceptAll(tools, tx, ofOtherPhones);
    const resent = await answerResends(tx, [...resends, ...second.resends]);

    const deadLetters = await insertDeadLetters(tx, [
      ...rejected,
      ...withUploads.rejected,
      ...first.rejected,
      ...second.rejected,
    ]);
    return [...first.answers, ...second.answers, ...resent, ...deadLetters];
  });
  return resultsBySubmission(submissions, answers);
}

/** Creates the captures whose keys are free; returns the resends of the other payloads. */
async function acceptAll(
  tools: IntakeTools,
  tx: Transaction,
  received: readonly PayloadWithUpload[],
): Promise<{ answers: Answer[]; resends: Resend[]; rejected: RejectedPayload[] }> {
  const sorted = sortByCapture(await findExisting(tx, received));
  const created = await createCaptures(tools, tx, sorted.candidates);
  const followers = followLeaders(sorted.followers, created);
  return {
    answers: [...created.answers, ...followers.answers],
    resends: [...sorted.resends, ...created.resends, ...followers.resends],
    rejected: sorted.rejected,
  };
}

interface CreatedCaptures {
  answers: Answer[];
  /** Candidates whose key a concurrent transaction took first. */
  resends: Resend[];
  /** By identity: the capture or deferral that further payloads of the same capture get. */
  leaders: Map<string, Leader>;
}

type Leader = { kind: 'capture'; earlier: Earlier } | { kind: 'deferred'; result: IntakeResult };

/** Creates the captures that quotas and backpressure allow. */
async function createCaptures(
  tools: IntakeTools,
  tx: Transaction,
  candidates: readonly MatchedPayload[],
): Promise<CreatedCaptures> {
  const created: CreatedCaptures = { answers: [], resends: [], leaders: new Map() };
  if (candidates.length === 0) return created;
  const pressure = (await tools.readPressure?.()) ?? null;
  const { admitted, deferred } = await applyCaptureQuotas(tx, candidates, pressure);
  for (const { candidate, result } of deferred) {
    created.answers.push({ slot: candidate.received.slot, result });
    created.leaders.set(candidate.received.identity, { kind: 'deferred', result });
  }

  const inserted = await insertCaptures(tools, tx, admitted);
  for (const [{ received }, captureId] of inserted) {
    created.answers.push({ slot: received.slot, result: { outcome: 'ACCEPTED', captureId, problems: [] } });
    created.leaders.set(received.identity, { kind: 'capture', earlier: toEarlier(received, captureId) });
  }

  // A concurrent transaction took these keys and has committed by now.
  const takenMeanwhile = admitted.filter((candidate) => !inserted.has(candidate));
  const rematched = await findExisting(
    tx,
    takenMeanwhile.map(({ received }) => received),
  );
  for (const { received, earlier } of rematched) {
    if (!earlier) throw new Error('invariant: a taken key belongs to no capture');
    created.resends.push({ received, earlier });
    created.leaders.set(received.identity, { kind: 'capture', earlier });
  }
  return created;
}

/**
 * Decides the further payloads of a candidate: each is a resend of the new capture, or is deferred with the candidate.
 */
function followLeaders(
  followers: readonly PayloadWithUpload[],
  { leaders }: CreatedCaptures,
): { answers: Answer[]; resends: Resend[] } {
  const answers: Answer[] = [];
  const resends: Resend[] = [];
  for (const received of followers) {
    const leader = leaders.get(received.identity);
    if (!leader) throw new Error('invariant: follower without a leader');
    if (leader.kind === 'deferred') answers.push({ slot: received.slot, result: leader.result });
    else resends.push({ received, earlier: leader.earlier });
  }
  return { answers, resends };
}

const toEarlier = ({ payload, upload }: PayloadWithUpload, captureId: string): Earlier => ({
  captureId,
  sha256: null,
  declaredSha256: payload.sha256 ?? null,
  imageUrl: payload.image_url ?? null,
  uploadId: upload?.id ?? null,
  uploadedSha256: upload?.sha256 ?? null,
});
