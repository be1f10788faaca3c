import { minExpected, minRecognised } from '../classify/classify-place.ts';
import type { FacingObservation } from '../classify/facing-observation.ts';
import { surfaceOf } from '../classify/occupancy.ts';
import { matchQuality, type PhotoBaseline } from '../classify/photo-baseline.ts';
import type { Fit, Scene } from '../match/find-template.ts';
import type { Match } from '../match/identify.ts';
import type { BoxMm } from '../rectify/visibility.ts';
import { freeSpans } from './free-spans.ts';
import { type Interval, overlap, scanShelf, spansOf, withoutPack } from './scan-shelf.ts';
import { withStraddling } from './straddling.ts';

/** A pack belongs to a slot when it covers this much of the slot, or lies in it by this much of itself. */
const minSlotShare = 0.4;
const minPackShare = 0.6;
/** Two places that claim packs overlapping by more than this claim the same pack. */
const samePackShare = 0.5;
/** A smaller free part of a slot does not show whether the slot is occupied. */
const minFreeShare = 0.35;

/** A recognised pack with its shelf and row. */
export interface PlacedPack {
  shelfNumber: number;
  row: number;
  fit: Fit;
  matches: readonly Match[];
}

/**
 * Searches again along the shelves where no planned place was recognised: packs of another width may stand off the plan's
 * pitch. Spans without a plan are searched too. Returns all observations, those places' ones renewed, and packs that fill no
 * place.
 */
export function secondPass(
  scene: Scene,
  observations: readonly FacingObservation[],
  baseline: PhotoBaseline,
  bayWidthMm: number,
): { observations: FacingObservation[]; betweenPlaces: PlacedPack[] } {
  const value = (c: Match): number => matchQuality(scene.bay, baseline, c);
  const owners = resolveClaims(observations.filter((s) => isRecognised(s, value)));
  const open = observations.filter((s) => !owners.has(s));
  const placed = [...owners].flatMap(({ place, matches }) =>
    placedPack(place.slot.position.shelfNumber, place.slot.row, matches),
  );
  const found: PlacedPack[] = [];
  const spans = [...spansOf(open, placed), ...freeSpans(observations, bayWidthMm)];
  for (const span of spans) {
    const packs = scanShelf(scene, span, (c) => value(c) >= minRecognised);
    for (const pack of packs.flatMap((p) => placedPack(span.shelfNumber, span.row, p)))
      if (!isAlreadyFound(pack, [...placed, ...found])) found.push(pack);
  }
  placed.push(...found);

  const used = new Set<PlacedPack>();
  const unnamed = new Set<FacingObservation>();
  const result = observations.map((observation): FacingObservation => {
    if (owners.has(observation)) return observation;
    const pack = packOf(observation, placed);
    if (pack !== null) {
      used.add(pack);
      return { ...observation, matches: pack.matches, foundBy: 'shelf' };
    }
    // The part covered by a neighbour's pack is no evidence about this place.
    const left: FacingObservation = {
      ...observation,
      matches: isTaken(observation, placed) ? [] : observation.matches,
      surface: surfaceOf(scene.bay, freePart(observation, placed)),
    };
    unnamed.add(left);
    return left;
  });
  return {
    observations: withStraddling(scene.bay, result, unnamed, baseline),
    betweenPlaces: found.filter((pack) => !used.has(pack)),
  };
}

function placedPack(shelfNumber: number, row: number, matches: readonly Match[]): PlacedPack[] {
  const fit = matches[0]?.fit;
  return fit === undefined ? [] : [{ shelfNumber, row, fit, matches }];
}

function isRecognised({ matches, place }: FacingObservation, value: (c: Match) => number): boolean {
  const best = matches[0];
  return (
    best !== undefined &&
    value(best) >= (best.fit.productIndex === place.productIndex ? minExpected : minRecognised)
  );
}

/** Gives each pack that two places claim to the nearer place. */
function resolveClaims(claims: readonly FacingObservation[]): Set<FacingObservation> {
  const offset = (s: FacingObservation): number =>
    Math.abs((s.matches[0]?.fit.xMm ?? 0) - s.box.xMm - s.box.widthMm / 2) / s.box.widthMm;
  const maxHypotheses = new Set<FacingObservation>();
  for (const claim of [...claims].sort((a, b) => offset(a) - offset(b))) {
    const fit = claim.matches[0]?.fit;
    if (fit === undefined) continue;
    const { position, row } = claim.place.slot;
    const rival = [...maxHypotheses].some(({ place, matches }) => {
      const other = matches[0]?.fit;
      return (
        other !== undefined &&
        place.slot.position.shelfNumber === position.shelfNumber &&
        (place.slot.row === row || Math.abs(other.yMm - fit.yMm) < 0.5 * fit.heightMm) &&
        overlap(fit, other) > samePackShare
      );
    });
    if (!rival) maxHypotheses.add(claim);
  }
  return maxHypotheses;
}

/** Returns whether the pack is already known. Two spans may reach the same pack, and a planned pack may overhang its place. */
const isAlreadyFound = (pack: PlacedPack, packs: readonly PlacedPack[]): boolean =>
  packs.some(
    (other) =>
      other.shelfNumber === pack.shelfNumber &&
      other.row === pack.row &&
      overlap(other.fit, pack.fit) > samePackShare,
  );

/** Returns the pack that fills the place: one of its own row, or a tall one of the row below. */
function packOf({ box, place }: FacingObservation, packs: readonly PlacedPack[]): PlacedPack | null {
  let best: PlacedPack | null = null;
  let bestArea = 0;
  for (const pack of packs) {
    const { fit } = pack;
    if (pack.shelfNumber !== place.slot.position.shelfNumber || pack.row > place.slot.row) continue;
    const shared = sharedWidth(box, fit);
    if (shared < minSlotShare * box.widthMm && shared < minPackShare * fit.widthMm) continue;
    const high = sharedHeight(box, fit);
    if (high < samePackShare * Math.min(box.heightMm, fit.heightMm)) continue;
    if (pack.row < place.slot.row && high < samePackShare * box.heightMm) continue;
    if (shared * high > bestArea) {
      bestArea = shared * high;
      best = pack;
    }
  }
  return best;
}

/** Returns whether the place's best match is a pack of another place; then the place must not name it again. */
function isTaken({ matches, place }: FacingObservation, packs: readonly PlacedPack[]): boolean {
  const fit = matches[0]?.fit;
  return (
    fit !== undefined &&
    packs.some(
      (pack) =>
        pack.shelfNumber === place.slot.position.shelfNumber &&
        Math.abs(pack.fit.yMm - fit.yMm) < 0.5 * fit.heightMm &&
        overlap(fit, pack.fit) > samePackShare,
    )
  );
}

/** Returns the widest part of the slot that no recognised pack covers, or the whole slot when little remains. */
function freePart({ box, place }: FacingObservation, packs: readonly PlacedPack[]): BoxMm {
  let intervals: Interval[] = [{ fromMm: box.xMm, toMm: box.xMm + box.widthMm }];
  let baseMm = box.yMm + box.heightMm;
  for (const { fit, row, shelfNumber } of packs) {
    if (shelfNumber !== place.slot.position.shelfNumber) continue;
    if (row === place.slot.row) intervals = intervals.flatMap((p) => withoutPack(p, fit));
    else if (row < place.slot.row && sharedWidth(box, fit) > samePackShare * box.widthMm)
      baseMm = Math.min(baseMm, fit.yMm - fit.heightMm);
  }
  const widest = intervals.reduce((a, b) => (b.toMm - b.fromMm > a.toMm - a.fromMm ? b : a), {
    fromMm: 0,
    toMm: 0,
  });
  const narrowed = widest.toMm - widest.fromMm >= minFreeShare * box.widthMm;
  const lowered = baseMm - box.yMm >= minFreeShare * box.heightMm;
  return {
    xMm: narrowed ? widest.fromMm : box.xMm,
    widthMm: narrowed ? widest.toMm - widest.fromMm : box.widthMm,
    yMm: box.yMm,
    heightMm: lowered ? baseMm - box.yMm : box.heightMm,
  };
}

function sharedWidth(box: BoxMm, fit: Fit): number {
  const from = Math.max(box.xMm, fit.xMm - fit.widthMm / 2);
  return Math.max(0, Math.min(box.xMm + box.widthMm, fit.xMm + fit.widthMm / 2) - from);
}

function sharedHeight(box: BoxMm, fit: Fit): number {
  const from = Math.max(box.yMm, fit.yMm - fit.heightMm);
  return Math.max(0, Math.min(box.yMm + box.heightMm, fit.yMm) - from);
}
