import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { renderCapture } from './photo/render-capture.ts';
import { ordinaryRates, untidyRates } from './shelf/deviation.ts';
import { demoWorld } from './world/demo-world.ts';

/** Draws a few captures side by side for inspection: `node packages/simulator/src/contact-sheet.ts --out FILE.png`. */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'contact-sheet.png' },
    seed: { type: 'string', default: '1' },
    version: { type: 'string', multiple: true },
    height: { type: 'string', default: '1000' },
    untidy: { type: 'boolean', default: false },
  },
});

const world = demoWorld();
const labels = values.version ?? ['snacks-2026-47', 'coffee-2026-47', 'cleaning-2026-47', 'drinks-2026-47'];
const height = Number(values.height);
const pictures: { input: Buffer; width: number }[] = [];
for (const label of labels) {
  const bay = world.versions.get(label);
  if (!bay) throw new RangeError(`versions are ${[...world.versions.keys()].join(', ')}`);
  const startedAt = performance.now();
  const capture = await renderCapture(bay, values.seed, {
    rates: values.untidy ? untidyRates : ordinaryRates,
  });
  const ms = Math.round(performance.now() - startedAt);
  const { data, info } = await sharp(capture.jpeg)
    .autoOrient()
    .resize({ height })
    .png()
    .toBuffer({ resolveWithObject: true });
  pictures.push({ input: data, width: info.width });
  const wrong = capture.truth.positions.filter((p) => p.verdict !== 'MATCH');
  const verdicts = wrong.map((p) => `${p.positionId} ${p.verdict}`).join(', ');
  process.stderr.write(
    `${label}: ${ms} ms, score ${capture.truth.score?.toFixed(3)}; ${verdicts || 'all as planned'}\n`,
  );
}

const width = pictures.reduce((sum, p) => sum + p.width, 0) + 8 * (pictures.length - 1);
let left = 0;
const composite = pictures.map((p) => {
  const placed = { input: p.input, left, top: 0 };
  left += p.width + 8;
  return placed;
});
await mkdir(dirname(values.out), { recursive: true });
await sharp({ create: { width, height, channels: 3, background: '#202020' } })
  .composite(composite)
  .png()
  .toFile(values.out);
