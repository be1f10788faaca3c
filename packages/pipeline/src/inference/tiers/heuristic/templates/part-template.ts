import type { LabImage } from '../pixels/lab-image.ts';

/** A reference cut into a grid of parts; each part has zero mean per channel. */
export interface PartTemplate {
  width: number;
  height: number;
  parts: readonly Part[];
}

interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
  values: Float32Array;
  energy: number;
}

const columns = 3;
const rows = 4;
/** Each part may move this far on its own (share of the pack's height): editions of a design shift its elements. */
const reachShare = 0.07;
/** Weight of brightness against colour. This value separates flavours best: their bands differ more in hue than in brightness. */
const lightWeight = 0.45;
/** Lab units; see correlate.ts. */
const noise = 2.5;

export function cutIntoParts(image: LabImage): PartTemplate {
  const { width, height, data } = image;
  const parts: Part[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const x = Math.floor((c * width) / columns);
      const y = Math.floor((r * height) / rows);
      const w = Math.floor(((c + 1) * width) / columns) - x;
      const h = Math.floor(((r + 1) * height) / rows) - y;
      if (w < 2 || h < 2) continue;
      const values = new Float32Array(w * h * 3);
      for (let j = 0; j < h; j++)
        values.set(data.subarray(((y + j) * width + x) * 3, ((y + j) * width + x + w) * 3), j * w * 3);
      let energy = noise * noise * w * h * 3;
      for (let k = 0; k < 3; k++) {
        let mean = 0;
        for (let i = k; i < values.length; i += 3) mean += values[i] ?? 0;
        mean /= w * h;
        const weight = k === 0 ? lightWeight : 1;
        for (let i = k; i < values.length; i += 3) {
          const v = ((values[i] ?? 0) - mean) * weight;
          energy += v * v;
          // Weighted a second time here, so that a dot product with the bare photo weighs both sides.
          values[i] = v * weight;
        }
      }
      parts.push({ x, y, width: w, height: h, values, energy });
    }
  return { width, height, parts };
}

/** Returns the correlation (-1..1) of every part at its best spot, for a pack whose top-left is (x, y); -1 outside. */
export function matchParts(image: LabImage, template: PartTemplate, x: number, y: number): Float32Array {
  const reach = Math.max(1, Math.round(reachShare * template.height));
  return Float32Array.from(template.parts, (part) => {
    let best = -1;
    let atX = 0;
    let atY = 0;
    const tryAt = (dx: number, dy: number): void => {
      const ncc = correlatePart(image, part, x + part.x + dx, y + part.y + dy);
      if (ncc <= best) return;
      best = ncc;
      atX = dx;
      atY = dy;
    };
    // Every second spot, then the neighbours of the best: half the work, the same result up to noise.
    for (let dy = -reach; dy <= reach; dy += 2) for (let dx = -reach; dx <= reach; dx += 2) tryAt(dx, dy);
    const [midX, midY] = [atX, atY];
    for (let dy = midY - 1; dy <= midY + 1; dy++)
      for (let dx = midX - 1; dx <= midX + 1; dx++) if (dx !== midX || dy !== midY) tryAt(dx, dy);
    return best;
  });
}

/** Returns the weight of each part: the root of its contrast. */
export function weightsOf(template: PartTemplate): Float32Array {
  return Float32Array.from(template.parts, (p) => Math.sqrt(p.energy / (p.width * p.height)));
}

function correlatePart(image: LabImage, part: Part, x: number, y: number): number {
  const { width, height, values } = part;
  if (x < 0 || y < 0 || x + width > image.width || y + height > image.height) return -1;
  const { data } = image;
  const n = width * height;
  let dot = 0;
  let sl = 0;
  let sa = 0;
  let sb = 0;
  let ql = 0;
  let qc = 0;
  let t = 0;
  for (let j = 0; j < height; j++) {
    let p = ((y + j) * image.width + x) * 3;
    for (let i = 0; i < width; i++, p += 3, t += 3) {
      const l = data[p] ?? 0;
      const a = data[p + 1] ?? 0;
      const b = data[p + 2] ?? 0;
      dot += l * (values[t] ?? 0) + a * (values[t + 1] ?? 0) + b * (values[t + 2] ?? 0);
      sl += l;
      sa += a;
      sb += b;
      ql += l * l;
      qc += a * a + b * b;
    }
  }
  const light = Math.max(0, ql - (sl * sl) / n) * lightWeight * lightWeight;
  const chroma = Math.max(0, qc - (sa * sa + sb * sb) / n);
  return dot / Math.sqrt((light + chroma + noise * noise * n * 3) * part.energy);
}
