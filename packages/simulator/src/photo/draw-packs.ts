import { css, lighter } from '../art/colour.ts';
import type { Random } from '../random.ts';
import { clearanceOf, type Unit } from '../shelf/run.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { cachedTexture } from './cached-texture.ts';
import type { Camera } from './camera.ts';
import { type Canvas, type Corners, drawQuad } from './draw-quad.ts';
import { surfaceSvg } from './furniture.ts';
import { packTexture } from './pack-texture.ts';
import { underBoard } from './shelf-light.ts';
import { textureOfSvg } from './texture.ts';

/** Distance of pack fronts behind the board's edge. */
export const frontDepthMm = 12;

/** A pack with the small deviations of a real shelf: shift, lean, depth and light. */
interface PlacedPack {
  unit: Unit;
  shiftMm: number;
  leanDegrees: number;
  depthMm: number;
  light: number;
}

/** Draws the packs of one shelf, back rows first. */
export async function drawPacks(
  canvas: Canvas,
  camera: Camera,
  bay: DemoBay,
  units: readonly Unit[],
  random: Random,
): Promise<void> {
  const packs = units.map(
    (unit): PlacedPack => ({
      unit,
      shiftMm: random.between(-1, 1) * 1.6,
      leanDegrees: random.normal() * 0.45,
      depthMm: frontDepthMm + random.between(-4, 9),
      light: random.between(0.93, 1.05),
    }),
  );
  for (const row of [2, 1]) {
    for (const s of packs) {
      if (row === 2 && random.chance(0.35)) continue;
      const depthMm = s.depthMm + row * ((s.unit.product.depthMm ?? 60) + 4);
      if (depthMm > 380) continue;
      await drawFront(
        canvas,
        camera,
        bay,
        { ...s, depthMm, light: s.light * (row === 1 ? 0.5 : 0.32) },
        false,
      );
    }
  }
  for (const s of packs) await drawSides(canvas, camera, s);
  for (const s of packs) await drawFront(canvas, camera, bay, s);
}

async function drawFront(
  canvas: Canvas,
  camera: Camera,
  bay: DemoBay,
  pack: PlacedPack,
  fine = true,
): Promise<void> {
  const { unit, light } = pack;
  const texture = await packTexture(unit.product.design);
  const boardMm = bay.planogram.shelves.find((s) => s.number === unit.shelfNumber)?.yMm ?? 0;
  const ceilingMm = boardMm - clearanceOf(bay.planogram, unit.shelfNumber);
  const fromBoardMm = unit.baseMm - unit.product.heightMm - ceilingMm;
  drawQuad(
    canvas,
    texture,
    frontCorners(camera, pack),
    underBoard(light, fromBoardMm, unit.product.heightMm),
    fine,
  );
}

/** Returns the corners of a front, rotated about the middle of its base. */
function frontCorners(camera: Camera, { unit, shiftMm, leanDegrees, depthMm }: PlacedPack): Corners {
  const { widthMm, heightMm } = unit.product;
  const footX = unit.xMm + widthMm / 2 + shiftMm;
  const lean = (leanDegrees * Math.PI) / 180;
  const corner = (dx: number, dy: number) =>
    camera.project([
      footX + dx * Math.cos(lean) - dy * Math.sin(lean),
      unit.baseMm + dx * Math.sin(lean) + dy * Math.cos(lean),
      depthMm,
    ]);
  const half = widthMm / 2;
  return [corner(-half, -heightMm), corner(half, -heightMm), corner(half, 0), corner(-half, 0)];
}

/** Draws the side of a box that the camera sees past its edge. */
async function drawSides(
  canvas: Canvas,
  camera: Camera,
  { unit, shiftMm, depthMm, light }: PlacedPack,
): Promise<void> {
  const { product, baseMm } = unit;
  if (product.design.shape !== 'box' && product.design.shape !== 'flat-box') return;
  const backMm = depthMm + (product.depthMm ?? 60);
  const topMm = baseMm - product.heightMm;
  const colour = css(lighter(product.design.style.ground, -8));
  const texture = await cachedTexture(`side/${colour}`, () => textureOfSvg(surfaceSvg(colour)));
  for (const xMm of [unit.xMm + shiftMm, unit.xMm + product.widthMm + shiftMm]) {
    const nearTop = camera.project([xMm, topMm, depthMm]);
    const farTop = camera.project([xMm, topMm, backMm]);
    const nearFoot = camera.project([xMm, baseMm, depthMm]);
    const farFoot = camera.project([xMm, baseMm, backMm]);
    const isRight = xMm > unit.xMm + product.widthMm / 2;
    if (isRight !== farTop[0] > nearTop[0]) continue;
    const corners: Corners = isRight
      ? [nearTop, farTop, farFoot, nearFoot]
      : [farTop, nearTop, nearFoot, farFoot];
    drawQuad(canvas, texture, corners, underBoard(light * 0.6, 60, product.heightMm));
  }
}
