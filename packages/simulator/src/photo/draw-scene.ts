import { createRandom, type Random } from '../random.ts';
import type { Unit } from '../shelf/run.ts';
import type { StockedShelf } from '../shelf/stock-shelf.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { foreignProducts } from '../world/foreign-products.ts';
import { cachedTexture } from './cached-texture.ts';
import type { Camera } from './camera.ts';
import { drawPacks } from './draw-packs.ts';
import { type Canvas, type Corners, cornersOf, drawQuad, evenShade } from './draw-quad.ts';
import { aroundMm, type Furniture, floorSvg, panelSvg, railSvg, signSvg, surfaceSvg } from './furniture.ts';
import { priceTagSvg, tagHeightMm, tagWidthMm } from './price-tag.ts';
import { textureOfSvg } from './texture.ts';

type Board = DemoBay['planogram']['shelves'][number];

/** Depth of a shelf. */
const boardDepthMm = 400;
/** The rail sticks out a little in front of the bay's face. */
const railDepthMm = -6;

/** Draws the bay as seen by the camera, without effects of lens, light and sensor. */
export async function drawScene(
  shelf: StockedShelf,
  camera: Camera,
  size: { width: number; height: number },
  furniture: Furniture,
  seed: string,
): Promise<Canvas> {
  const canvas: Canvas = { data: new Uint8ClampedArray(size.width * size.height * 3), ...size };
  const random = createRandom(`scene/${seed}`);
  const { planogram } = shelf.bay;
  await drawSurroundings(canvas, camera, shelf.bay, furniture, random);

  const fill = async (board: Board) => {
    const here = shelf.units.filter((u) => u.shelfNumber === board.number);
    const beside = neighbouringPacks(
      shelf.bay,
      board.number,
      board.yMm,
      random.fork(`beside/${board.number}`),
    );
    await drawPacks(canvas, camera, shelf.bay, [...beside, ...here], random.fork(`packs/${board.number}`));
  };
  // A board above the eye hides the feet of its own packs; a board below the eye hides the packs under it.
  const boards = [...planogram.shelves].sort((a, b) => a.number - b.number);
  for (const board of boards.filter((b) => !isSeenFromAbove(camera, b)).reverse()) {
    await fill(board);
    await drawUnderside(canvas, camera, shelf.bay, board, furniture);
  }
  for (const board of boards.filter((b) => isSeenFromAbove(camera, b))) {
    await drawUpperSide(canvas, camera, shelf.bay, board, furniture);
    await fill(board);
  }
  for (const board of planogram.shelves) await drawRail(canvas, camera, shelf.bay, board, furniture, random);
  return canvas;
}

async function surface(colour: string) {
  return cachedTexture(`surface/${colour}`, () => textureOfSvg(surfaceSvg(colour)));
}

async function drawSurroundings(
  canvas: Canvas,
  camera: Camera,
  { planogram, label, category }: DemoBay,
  furniture: Furniture,
  random: Random,
): Promise<void> {
  const left = -aroundMm.side;
  const width = planogram.widthMm + 2 * aroundMm.side;
  const { heightMm } = planogram;
  const back = camera.plane(boardDepthMm);
  const front = camera.plane(0);
  const sign = await cachedTexture(`sign/${category}/${furniture.rail}`, () =>
    textureOfSvg(signSvg(category)),
  );
  const panel = await cachedTexture(`panel/${label}/${furniture.panel}`, () =>
    textureOfSvg(panelSvg(planogram, furniture)),
  );
  drawQuad(
    canvas,
    await surface(furniture.wall),
    cornersOf(back, left * 3, -2500, width * 3, 2500),
    evenShade(0.85),
    false,
  );
  drawQuad(canvas, panel, cornersOf(back, left, 0, width, heightMm), evenShade(0.62), false);
  drawQuad(
    canvas,
    sign,
    cornersOf(camera.plane(boardDepthMm - 40), planogram.widthMm / 2 - 330, -250, 660, 150),
    evenShade(0.95),
  );
  drawQuad(
    canvas,
    await surface(furniture.plinth),
    cornersOf(front, left, heightMm - 6, width, 116),
    evenShade(0.8),
  );
  const floor = await textureOfSvg(floorSvg(furniture, random));
  const floorY = heightMm + 110;
  const floorCorners: Corners = [
    camera.project([left, floorY, 0]),
    camera.project([left + width, floorY, 0]),
    camera.project([left + width, floorY, -1000]),
    camera.project([left, floorY, -1000]),
  ];
  drawQuad(
    canvas,
    floor,
    floorCorners,
    Float32Array.from({ length: 24 }, (_, i) => 0.62 + Math.min(0.36, i * 0.07)),
  );
}

const isSeenFromAbove = (camera: Camera, board: Board): boolean =>
  camera.project([0, board.yMm, boardDepthMm])[1] < camera.project([0, board.yMm, 0])[1];

async function drawUpperSide(
  canvas: Canvas,
  camera: Camera,
  { planogram }: DemoBay,
  board: Board,
  furniture: Furniture,
): Promise<void> {
  const [left, right] = [-aroundMm.side, planogram.widthMm + aroundMm.side];
  const corners: Corners = [
    camera.project([left, board.yMm, boardDepthMm]),
    camera.project([right, board.yMm, boardDepthMm]),
    camera.project([right, board.yMm, 0]),
    camera.project([left, board.yMm, 0]),
  ];
  const shade = Float32Array.from([0.34, 0.42, 0.52, 0.62, 0.74, 0.86, 0.94]);
  drawQuad(canvas, await surface(furniture.board), corners, shade);
}

async function drawUnderside(
  canvas: Canvas,
  camera: Camera,
  { planogram }: DemoBay,
  board: Board,
  furniture: Furniture,
): Promise<void> {
  const [left, right] = [-aroundMm.side, planogram.widthMm + aroundMm.side];
  const yMm = board.yMm + board.heightMm;
  const corners: Corners = [
    camera.project([left, yMm, 0]),
    camera.project([right, yMm, 0]),
    camera.project([right, yMm, boardDepthMm]),
    camera.project([left, yMm, boardDepthMm]),
  ];
  drawQuad(canvas, await surface(furniture.board), corners, Float32Array.from([0.42, 0.38, 0.33, 0.3]));
}

async function drawRail(
  canvas: Canvas,
  camera: Camera,
  bay: DemoBay,
  board: Board,
  furniture: Furniture,
  random: Random,
): Promise<void> {
  const plane = camera.plane(railDepthMm);
  const { planogram } = bay;
  const rail = await cachedTexture(`rail/${furniture.rail}/${furniture.board}`, () =>
    textureOfSvg(railSvg(furniture)),
  );
  for (const [xMm, widthMm] of [
    [-aroundMm.side, aroundMm.side - 2],
    [0, planogram.widthMm],
    [planogram.widthMm + 2, aroundMm.side - 2],
  ] as const)
    drawQuad(canvas, rail, cornersOf(plane, xMm, board.yMm, widthMm, board.heightMm), evenShade(1));
  for (const position of planogram.positions.filter((p) => p.shelfNumber === board.number)) {
    const product = bay.products.find((p) => p.id === position.productId);
    if (!product || random.chance(0.02)) continue;
    const tag = await cachedTexture(`tag/${product.sku}`, () => textureOfSvg(priceTagSvg(product)));
    const xMm = position.xMm + Math.max(0, position.widthMm / position.facings.horizontal - tagWidthMm) / 2;
    const yMm = board.yMm + (board.heightMm - tagHeightMm) / 2 + 1;
    const jitterMm = random.between(-3, 3);
    drawQuad(
      canvas,
      tag,
      cornersOf(camera.plane(railDepthMm - 1), xMm + jitterMm, yMm, tagWidthMm, tagHeightMm),
      evenShade(1),
    );
  }
}

/** Returns packs of the neighbouring bays, which sell other products. */
function neighbouringPacks(bay: DemoBay, shelfNumber: number, boardMm: number, random: Random): Unit[] {
  const clearanceMm = 110;
  const fitting = foreignProducts().filter((p) => p.heightMm < clearanceMm + 90);
  const units: Unit[] = [];
  for (const start of [-20, bay.planogram.widthMm + 20]) {
    const product = random.pick(fitting);
    for (let i = 0; i < 3; i++) {
      const offset = i * (product.widthMm + 5);
      units.push({
        product,
        shelfNumber,
        baseMm: boardMm,
        xMm: start < 0 ? start - product.widthMm - offset : start + offset,
      });
    }
  }
  return units;
}
