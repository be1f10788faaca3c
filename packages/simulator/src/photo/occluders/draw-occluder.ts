import { openDrawing } from '../../art/open-drawing.ts';
import type { Random } from '../../random.ts';
import type { Canvas } from '../draw-quad.ts';
import { drawBlind } from './draw-blind.ts';
import { drawHand } from './draw-hand.ts';
import { drawPallet } from './draw-pallet.ts';
import { drawPerson } from './draw-person.ts';
import { drawTrolley } from './draw-trolley.ts';
import type { DrawOccluder, OccluderKind, OccluderScene } from './occluder.ts';

const drawings: Record<OccluderKind, DrawOccluder> = {
  person: drawPerson,
  pallet: drawPallet,
  blind: drawBlind,
  trolley: drawTrolley,
  hand: drawHand,
};

/** Draws an occluder over the canvas. Returns its opacity by pixel, 0..255. */
export async function drawOccluder(
  canvas: Canvas,
  kind: OccluderKind,
  scene: OccluderScene,
  random: Random,
): Promise<Uint8Array> {
  const { width, height } = canvas;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawings[kind](scene, random)}</svg>`;
  const rgba = await openDrawing(svg).ensureAlpha().raw().toBuffer();
  const opacity = new Uint8Array(width * height);
  // Things before the shelf are lit from above: darker towards the floor.
  const light = random.between(0.75, 1);
  for (let i = 0; i < opacity.length; i++) {
    const alpha = rgba[i * 4 + 3] ?? 0;
    opacity[i] = alpha;
    if (alpha === 0) continue;
    const own = (alpha / 255) * light * (1 - (0.25 * Math.floor(i / width)) / height);
    for (let c = 0; c < 3; c++)
      canvas.data[i * 3 + c] =
        (rgba[i * 4 + c] ?? 0) * own + (canvas.data[i * 3 + c] ?? 0) * (1 - alpha / 255);
  }
  return opacity;
}
