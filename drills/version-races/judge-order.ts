/** The committed events, in order. */
export interface RaceEvent {
  kind: 'PIN' | 'ACTIVE';
  bayId: string;
  versionId: string;
  captureId: string | null;
}

export interface OrderFindings {
  pins: number;
  activations: number;
  /** Captures that were pinned to a version that was not active for their bay at the commit of the pin. */
  wrongPins: string[];
  /** Captures that were pinned more than once. */
  pinnedAgain: string[];
}

/** Replays the commits: at every pin, the bay's latest activation must have activated the pinned version. */
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
