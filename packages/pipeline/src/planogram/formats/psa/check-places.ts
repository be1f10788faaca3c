import type { PsaSurface } from './psa-surface.ts';
import type { PsaPosition } from './read-position.ts';

/** A position as drawn, in the file's unit, y up. */
export interface PsaBlock {
  position: PsaPosition;
  surface: PsaSurface;
  y: number;
  width: number;
  height: number;
}

/** Differences below this share of the planogram's height are inaccuracy of the drawing. */
const slackShare = 0.03;
/** A product on a riser or a tray floats, but by less than this share of the planogram's height. */
const farShare = 0.1;
/** Two blocks that share more of the smaller one cannot both be there; a smaller share is noted. */
const overlapShare = 0.5;
const notedShare = 0.05;

/**
 * Holds the place of each position against the fixture that the file's order names, and against its neighbours. A contradiction
 * is a problem with the line and both values; slight overlaps are notes.
 */
export function checkPlaces(blocks: readonly PsaBlock[], height: number): string[] {
  const slack = height * slackShare;
  const bySurface = Map.groupBy(blocks, ({ surface }) => surface);
  const shelves = [...bySurface.keys()].filter(({ kind }) => kind === 'shelf');
  const notes: string[] = [];
  for (const [surface, held] of bySurface) {
    const sorted = held.toSorted((a, b) => a.position.x - b.position.x);
    for (const block of held) {
      if (checkAside(block) && surface.kind === 'shelf') checkHeight(block, sorted, shelves, height, slack);
    }
    notes.push(...checkOverlaps(sorted));
  }
  return notes;
}

function checkAside({ position, surface, width }: PsaBlock): boolean {
  const shared = Math.min(position.x + width, surface.x + surface.width) - Math.max(position.x, surface.x);
  if (shared > 0) return true;
  position.fields.fault(
    'x',
    'ROWS_DISAGREE',
    `puts the position from ${round(position.x)} to ${round(position.x + width)}, but its ${fixtureOf(surface)} reaches from ${round(surface.x)} to ${round(surface.x + surface.width)}`,
  );
  return false;
}

function checkHeight(
  block: PsaBlock,
  held: readonly PsaBlock[],
  shelves: readonly PsaSurface[],
  height: number,
  slack: number,
): void {
  const { position, surface, y } = block;
  const other = shelves
    .filter((shelf) => shelf !== surface && shelf.top <= y + slack && sharedX(block, shelf) > block.width / 2)
    .toSorted((a, b) => b.top - a.top)[0];
  const isBelow = y < surface.top - slack;
  const isAboveOther = other !== undefined && other.top > surface.top + slack;
  const support = Math.max(
    surface.top,
    ...held
      .filter((lower) => lower !== block && lower.y < y && sharedBlocks(lower, block) > 0)
      .map((lower) => lower.y + lower.height),
  );
  const isFar = y - support > Math.max(height * farShare, block.height);
  if (!isBelow && !isAboveOther && !isFar) return;
  const place =
    other === undefined || !(isBelow || isAboveOther)
      ? ''
      : `; at that height is ${fixtureOf(other)} with its top at ${round(other.top)}`;
  position.fields.fault(
    'y',
    'ROWS_DISAGREE',
    `puts the position at ${round(y)}, but its ${fixtureOf(surface)} has its top at ${round(surface.top)}${place}`,
  );
}

function checkOverlaps(sorted: readonly PsaBlock[]): string[] {
  const noted: string[] = [];
  for (const [i, block] of sorted.entries()) {
    for (const next of sorted.slice(i + 1)) {
      if (next.position.x >= block.position.x + block.width) break;
      const share = overlapOf(block, next);
      if (share > overlapShare) {
        next.position.fields.fault(
          'x',
          'ROWS_DISAGREE',
          `puts the position from ${spanOf(next)}, but that of line ${block.position.line} is there, from ${spanOf(block)}`,
        );
        break;
      }
      if (share > notedShare) noted.push(`lines ${block.position.line} and ${next.position.line}`);
    }
  }
  const more = noted.length > 5 ? ` and ${noted.length - 5} more pairs` : '';
  return noted.length === 0 ? [] : [`Positions overlap: ${noted.slice(0, 5).join(', ')}${more}.`];
}

/** Returns the shared part of two blocks' fronts, of the smaller; 0 when one stands behind the other. */
function overlapOf(a: PsaBlock, b: PsaBlock): number {
  const across = sharedBlocks(a, b);
  const up = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  if (across <= 0 || up <= 0 || smaller === 0 || isBehind(a.position, b.position)) return 0;
  return (across * up) / smaller;
}

function isBehind(a: PsaPosition, b: PsaPosition): boolean {
  if (a.z === null || b.z === null || a.depth === null || b.depth === null) return false;
  const shared = Math.min(a.z + a.depth, b.z + b.depth) - Math.max(a.z, b.z);
  return shared <= 0.1 * Math.min(a.depth, b.depth);
}

const sharedX = ({ position, width }: PsaBlock, shelf: PsaSurface) =>
  Math.min(position.x + width, shelf.x + shelf.width) - Math.max(position.x, shelf.x);
const sharedBlocks = (a: PsaBlock, b: PsaBlock) =>
  Math.min(a.position.x + a.width, b.position.x + b.width) - Math.max(a.position.x, b.position.x);
const fixtureOf = ({ name, line }: PsaSurface) => `fixture ${name === '' ? '' : `“${name}” `}in line ${line}`;
const spanOf = ({ position, width }: PsaBlock) => `${round(position.x)} to ${round(position.x + width)}`;
const round = (value: number) => Math.round(value * 1000) / 1000;
