import sharp, { type Sharp } from 'sharp';

/**
 * A drawing of ours, ready to be rasterised. It is no input from outside: where the pipeline shares the process (in
 * evaluations and benchmarks) and has blocked every loader but a photo's, this one is allowed again.
 */
export function openDrawing(svg: string): Sharp {
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  return sharp(Buffer.from(svg));
}
