/** What was committed, in order. */
export interface RaceEvent {
  kind: 'PIN' | 'ACTIVE';
  bayId: string;
  versionId: string;
  captureId: string | null;
}

export interface OrderFindings {
  pins: number;
  activations: number;
  /** Captures pinned to a version that was not the active one of their bay when the pin was committed. */
  wrongPins: string[];
  /** Captures that were pinned more than once. */
  pinnedAgain: string[];
}

/** Replays the commits: at every pin the version must be the one that the bay's latest activation before it made active. */
export function judgeOrder(events: readonly RaceEvent[]): OrderFindings {
  const active = new Map<string, string>();
  const pinned = new Set<string>();
  const findings: OrderFindings = { pins: 0, activations: 0, wrongPins: [], pinnedAgain: [] };
  for (const { kind, bayId, versionId, captureId } of events) {
    if (kind === 'ACTIVE') {
      active.set(bayId, versionId);
      findings.activations += 1;
      continue;
    }
    findings.pins += 1;
    const id = captureId ?? '';
    if (active.get(bayId) !== versionId) findings.wrongPins.push(id);
    if (pinned.has(id)) findings.pinnedAgain.push(id);
    pinned.add(id);
  }
  return findings;
}
