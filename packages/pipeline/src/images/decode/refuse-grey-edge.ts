import type { Frame } from '../frame.ts';
import { PhotoRefused } from '../photo-refused.ts';

/** What decoders show where a picture's data is missing, give or take what a second compression changes. */
const fillGrey = 128;
const tolerance = 3;

/** A photo has its frame's grey edges by chance in one row, never in a fiftieth of them. */
const minLostShare = 0.02;

/**
 * Refuses a frame of which an edge is filled with the decoder's grey. The file's own data may be whole: an app decoded a damaged
 * photo and saved it again, turned or not. A picture that is grey all over is none of these.
 */
export function refuseGreyEdge(frame: Frame): void {
  const { width, height } = frame;
  const edges: { lines: number; of: number }[] = [
    { lines: greyLines(frame, height, (y) => rowOf(frame, height - 1 - y)), of: height },
    { lines: greyLines(frame, height, (y) => rowOf(frame, y)), of: height },
    { lines: greyLines(frame, width, (x) => columnOf(frame, width - 1 - x)), of: width },
    { lines: greyLines(frame, width, (x) => columnOf(frame, x)), of: width },
  ];
  for (const { lines, of } of edges)
    if (lines < of && lines >= of * minLostShare)
      throw new PhotoRefused(
        'PHOTO_DAMAGED',
        `${lines} of ${of} lines at an edge are the grey of lost data`,
        {
          params: { damage: 'GREY_EDGE', rows: of - lines, of },
        },
      );
}

/** Where a line of pixels starts, how far apart they lie, and how many there are. */
interface Line {
  at: number;
  step: number;
  count: number;
}

const rowOf = ({ width }: Frame, y: number): Line => ({ at: y * width * 3, step: 3, count: width });
const columnOf = ({ width, height }: Frame, x: number): Line => ({
  at: x * 3,
  step: width * 3,
  count: height,
});

/** Counts grey lines from an edge; the first pixel of nearly any photo ends it. */
function greyLines({ data }: Frame, lines: number, line: (index: number) => Line): number {
  for (let index = 0; index < lines; index++) {
    const { at, step, count } = line(index);
    for (let i = 0, pixel = at; i < count; i++, pixel += step)
      for (let channel = 0; channel < 3; channel++)
        if (Math.abs((data[pixel + channel] as number) - fillGrey) > tolerance) return index;
  }
  return lines;
}
