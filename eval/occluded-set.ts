import { assess } from '@gondola/pipeline/compliance';
import {
  createHeuristicTier,
  decodePhoto,
  findCover,
  type Realogram,
} from '@gondola/pipeline/photo-detection';
import {
  type DemoBay,
  type OccluderKind,
  occluderKinds,
  ordinaryRates,
  renderCapture,
  untidyRates,
} from '@gondola/simulator';
import { tierInputs } from './tier-inputs.ts';

/** Verdicts of places by how much of them something in front hides: covered (30 % and more), partly (10 to 30 %), free. */
export interface OccludedReport {
  captures: number;
  unplaced: number;
  covered: { places: number; notAssessed: number; match: number; missing: number; otherFault: number };
  /** Either answer is right, but no fault that is none. */
  partly: { places: number; notAssessed: number; falseFault: number };
  free: {
    places: number;
    /** Verdicts that differ from those of the same photo without the thing in front. */
    changed: number;
    /** Of these: a right verdict that became NOT_ASSESSED, or a fault that is none. */
    lost: number;
    falseFault: number;
  };
  /** Truly empty places and foreign packs outside of what is covered, as found without and with the search for cover. */
  empty: { places: number; foundBefore: number; found: number };
  foreign: { places: number; foundBefore: number; found: number };
  /** Photos of the same shelves with nothing in front: verdicts that the search for cover changes. */
  clear: { places: number; changed: number };
  /** Covered places told a fault, by kind of occluder. */
  faultsByKind: Partial<Record<OccluderKind, number>>;
  /** Processor time: a busy machine affects it less than wall time. */
  coverMsPerPhoto: number;
}

const coveredFrom = 0.3;
const freeBelow = 0.1;

/** Renders each shelf twice, with and without something in front, and compares the verdicts with the truth and with each other. */
export async function evaluateOccluded(
  bays: readonly DemoBay[],
  captures: number,
  firstSeed: number,
  progress: (done: number, soFar: OccludedReport) => void,
): Promise<OccludedReport> {
  const tier = createHeuristicTier();
  const inputOf = tierInputs();
  const report = emptyReport(captures);
  let coverMs = 0;
  for (let i = 0; i < captures; i++) {
    const bay = bays[Math.floor(i / occluderKinds.length) % bays.length];
    const kind = occluderKinds[i % occluderKinds.length];
    if (!bay || !kind) throw new Error('no bay to photograph');
    // Every other shelf has many faults of its own: those in view must still be found.
    const rates = i % 2 === 0 ? ordinaryRates : untidyRates;
    const see = async (occluder?: OccluderKind) => {
      const { jpeg, truth } = await renderCapture(bay, firstSeed + i, {
        rates,
        ...(occluder ? { occluder } : {}),
      });
      const { frame: photo } = await decodePhoto(jpeg);
      const input = await inputOf(bay, photo);
      const { planogram } = input;
      const realogram = await tier.detect(input, new AbortController().signal);
      const started = process.cpuUsage();
      const covered = findCover({ ...input, realogram });
      const used = process.cpuUsage(started);
      coverMs += (used.user + used.system) / 1000;
      const verdicts = (one: Realogram) =>
        new Map(assess(planogram, one).findings.map(({ positionId, verdict }) => [positionId, verdict]));
      return {
        truth,
        placed: covered !== null,
        before: verdicts(realogram),
        after: verdicts({ ...realogram, covered: covered ?? [] }),
      };
    };
    const hidden = await see(kind);
    const clear = await see();
    for (const { positionId } of clear.truth.positions) {
      report.clear.places += 1;
      if (clear.after.get(positionId) !== clear.before.get(positionId)) report.clear.changed += 1;
    }
    if (!hidden.placed) report.unplaced += 1;
    else
      for (const position of hidden.truth.positions)
        count(report, kind, position, {
          said: hidden.after.get(position.positionId) ?? 'none',
          before: hidden.before.get(position.positionId) ?? 'none',
          clear: clear.before.get(position.positionId) ?? 'none',
        });
    progress(i + 1, report);
  }
  report.coverMsPerPhoto = Math.round(coverMs / Math.max(1, 2 * captures));
  return report;
}

const faults = ['MISSING', 'WRONG_PRODUCT', 'UNKNOWN_PRODUCT', 'MISPLACED', 'FACINGS_SHORT', 'FACINGS_OVER'];
const isFault = (verdict: string) => faults.includes(verdict);

function count(
  report: OccludedReport,
  kind: OccluderKind,
  { verdict: truth, covered }: { verdict: string; covered: number },
  { said, before, clear }: { said: string; before: string; clear: string },
): void {
  if (truth === 'NOT_VISIBLE') return;
  if (covered >= coveredFrom) {
    const group = report.covered;
    group.places += 1;
    if (said === 'NOT_ASSESSED') group.notAssessed += 1;
    if (said === 'MATCH') group.match += 1;
    if (said === 'MISSING') group.missing += 1;
    else if (isFault(said)) group.otherFault += 1;
    if (isFault(said)) report.faultsByKind[kind] = (report.faultsByKind[kind] ?? 0) + 1;
    return;
  }
  const isFalse = isFault(said) && said !== truth && clear === truth;
  if (covered >= freeBelow) {
    report.partly.places += 1;
    if (said === 'NOT_ASSESSED') report.partly.notAssessed += 1;
    if (isFalse) report.partly.falseFault += 1;
    return;
  }
  report.free.places += 1;
  if (said !== clear) report.free.changed += 1;
  if (said === 'NOT_ASSESSED' && clear === truth) report.free.lost += 1;
  if (isFalse) report.free.falseFault += 1;
  const own = truth === 'MISSING' ? report.empty : isForeign(truth) ? report.foreign : null;
  if (own === null) return;
  own.places += 1;
  // A foreign pack is right as either: whether it is of the catalogue is not what is asked here.
  const agrees = (one: string) => one === truth || (isForeign(one) && isForeign(truth));
  if (agrees(before)) own.foundBefore += 1;
  if (agrees(said)) own.found += 1;
}

const isForeign = (verdict: string) => verdict === 'UNKNOWN_PRODUCT' || verdict === 'WRONG_PRODUCT';

const emptyReport = (captures: number): OccludedReport => ({
  captures,
  unplaced: 0,
  covered: { places: 0, notAssessed: 0, match: 0, missing: 0, otherFault: 0 },
  partly: { places: 0, notAssessed: 0, falseFault: 0 },
  free: { places: 0, changed: 0, lost: 0, falseFault: 0 },
  empty: { places: 0, foundBefore: 0, found: 0 },
  foreign: { places: 0, foundBefore: 0, found: 0 },
  clear: { places: 0, changed: 0 },
  faultsByKind: {},
  coverMsPerPhoto: 0,
});
