import { expect, test } from 'vitest';
import { drawFrame } from '../drawn-frames.testing.ts';
import { refuseGreyEdge } from './refuse-grey-edge.ts';

const width = 200;
const height = 150;

/** A picture whose places chosen by `isLost` have the grey of lost data. */
const withLost = (isLost: (x: number, y: number) => boolean, grey = 128) =>
  drawFrame(width, height, (x, y) =>
    isLost(x, y) ? [grey, grey, grey] : [(x * 7 + y) % 256, (y * 5) % 256, (x + y * 3) % 256],
  );

test.each<[string, (x: number, y: number) => boolean, number, number]>([
  ['bottom', (_, y) => y >= 100, 100, height],
  ['top', (_, y) => y < 30, 120, height],
  ['right', (x) => x >= 150, 150, width],
  ['left', (x) => x < 50, 150, width],
])('grey at the %s is lost data, with what is left', (_, isLost, rows, of) => {
  expect(() => refuseGreyEdge(withLost(isLost))).toThrow(
    expect.objectContaining({ reason: 'PHOTO_DAMAGED', params: { damage: 'GREY_EDGE', rows, of } }),
  );
});

test.each<[string, ReturnType<typeof withLost>]>([
  ['two grey rows of 150', withLost((_, y) => y >= height - 2)],
  ['a white edge', withLost((_, y) => y >= 100, 255)],
  ['a darker grey edge', withLost((_, y) => y >= 100, 114)],
  ['a grey edge that does not reach across', withLost((x, y) => y >= 100 && x < 190)],
  ['a picture that is grey all over', withLost(() => true)],
])('%s is a picture', (_, frame) => {
  expect(() => refuseGreyEdge(frame)).not.toThrow();
});
