import type { Frame } from '../../../images/frame.ts';
import type { Planogram, Position } from '../../../planogram/model.ts';

/** A small bay drawn pixel by pixel, for tests: what stands where is known because it was painted so. */
export interface DrawnBay {
  planogram: Planogram;
  references: Map<string, Frame>;
}

const packMm = { width: 80, height: 120 };
const columns = 6;
const shelfNumbers = [1, 2, 3];

/** Three shelves of six packs, six products from number `first` on; the order differs from shelf to shelf. */
export function drawnBay(first = 0): DrawnBay {
  const products = Array.from({ length: columns }, (_, i) => ({
    id: `p${first + i}`,
    sku: `p${first + i}`,
    gtin: null,
    name: `Product ${first + i}`,
    brand: null,
    category: null,
    widthMm: packMm.width,
    heightMm: packMm.height,
    depthMm: null,
  }));
  const yOf = (shelf: number): number => 200 * (4 - shelf);
  const positions = shelfNumbers.flatMap((shelf) =>
    products.map((_, i): Position => {
      const productId = `p${first + ((i * 5 + shelf * 2) % columns)}`;
      return {
        id: `${shelf}-${i}`,
        productId,
        shelfNumber: shelf,
        sequence: i + 1,
        xMm: 20 + i * 90,
        yMm: yOf(shelf) - packMm.height,
        widthMm: packMm.width,
        heightMm: packMm.height,
        facings: { horizontal: 1, vertical: 1, depth: 1 },
        orientation: 'front',
      };
    }),
  );
  const shelves = shelfNumbers.map((number) => ({
    id: `s${number}`,
    number,
    xMm: 0,
    yMm: yOf(number),
    widthMm: 570,
    heightMm: 30,
  }));
  const planogram = { widthMm: 570, heightMm: 640, shelves, positions, products };
  return { planogram, references: new Map(products.map((p, i) => [p.id, packFront(first + i, 80, 120)])) };
}

/** Photographs the bay, two pixels a millimetre: `seen` says what stands at a position, null for nothing. */
export function photographOf(
  { planogram, references }: DrawnBay,
  seen: (position: Position) => Frame | null = (p) => references.get(p.productId) ?? null,
): Frame {
  const scale = 1.5;
  const frame = blank(
    Math.round(planogram.widthMm * scale),
    Math.round(planogram.heightMm * scale),
    [70, 68, 66],
  );
  for (const s of planogram.shelves)
    fill(frame, s.xMm * scale, s.yMm * scale, s.widthMm * scale, s.heightMm * scale, [225, 225, 220]);
  for (const p of planogram.positions) {
    const pack = seen(p);
    if (pack !== null)
      paste(frame, pack, p.xMm * scale, p.yMm * scale, p.widthMm * scale, p.heightMm * scale);
  }
  return frame;
}

/** A pack front with a ground, a band, a picture and stripes, all from `kind`. */
export function packFront(kind: number, width: number, height: number): Frame {
  const hue = (i: number): [number, number, number] => {
    const t = kind * 1.1 + i * 2.1;
    return [128 + 110 * Math.sin(t), 128 + 110 * Math.sin(t + 2.1), 128 + 110 * Math.sin(t + 4.2)];
  };
  const frame = blank(width, height, hue(0));
  fill(frame, 0, height * (0.15 + 0.07 * (kind % 4)), width, height * 0.14, hue(1));
  fill(
    frame,
    width * 0.2,
    height * (0.55 + 0.05 * (kind % 3)),
    width * (0.3 + 0.08 * (kind % 3)),
    height * 0.25,
    hue(2),
  );
  for (let i = 0; i < 3 + kind; i++) fill(frame, 4 + i * 8, 4, 4, 8, [250, 250, 250]);
  return frame;
}

export function blank(width: number, height: number, colour: readonly number[]): Frame {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) data[i] = colour[i % 3] ?? 0;
  return { data, width, height };
}

function fill(
  frame: Frame,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: readonly number[],
): void {
  for (let j = Math.max(0, Math.round(y)); j < Math.min(frame.height, Math.round(y + height)); j++)
    for (let i = Math.max(0, Math.round(x)); i < Math.min(frame.width, Math.round(x + width)); i++)
      frame.data.set(colour.slice(0, 3).map(Math.round), (j * frame.width + i) * 3);
}

function paste(frame: Frame, pack: Frame, x: number, y: number, width: number, height: number): void {
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const from =
        (Math.floor((j / height) * pack.height) * pack.width + Math.floor((i / width) * pack.width)) * 3;
      const to = (Math.round(y + j) * frame.width + Math.round(x + i)) * 3;
      frame.data.set(pack.data.subarray(from, from + 3), to);
    }
}
