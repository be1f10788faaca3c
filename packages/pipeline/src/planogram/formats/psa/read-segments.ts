import type { Problem } from '../problem.ts';
import { lengthOrNull } from './read-position.ts';
import { type PsaRecord, readFields } from './read-records.ts';

/** A bay of the drawing; a planogram may stretch over several. */
export interface PsaSegment {
  /** Counted from the left, from 1. */
  number: number;
  x: number;
  width: number;
}

/** Reads the segments from the left. A later segment without an offset stands beside the one before. */
export function readSegments(records: readonly PsaRecord<'Segment'>[], problems: Problem[]): PsaSegment[] {
  const segments: Omit<PsaSegment, 'number'>[] = [];
  for (const record of records) {
    const fields = readFields(record, problems);
    const width = lengthOrNull(fields, 'width') ?? 0;
    const written = fields.number('offsetX') || fields.number('x') || 0;
    const before = segments.at(-1);
    segments.push({ x: written === 0 && before !== undefined ? before.x + before.width : written, width });
  }
  return segments.toSorted((a, b) => a.x - b.x).map((segment, i) => ({ ...segment, number: i + 1 }));
}

/** Returns the segment with the largest share of the span of `width` from `x`; 1 without segments. */
export function segmentOf(segments: readonly PsaSegment[], x: number, width: number): number {
  const shared = (segment: PsaSegment) =>
    Math.min(x + width, segment.x + segment.width) - Math.max(x, segment.x);
  return segments.reduce(
    (best, next) => (shared(next) > shared(best) ? next : best),
    segments[0] ?? { number: 1, x: 0, width: 0 },
  ).number;
}
