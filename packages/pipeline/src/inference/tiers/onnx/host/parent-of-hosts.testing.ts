/*
 * A process that looks at a photo on which the model named on its command line hangs. Prints the process that runs it,
 * and waits to be killed.
 */
import { blocksOn, colourPlanogram } from '../graphs/colour-shelf.testing.ts';
import { createOnnxTier } from '../onnx-tier.ts';

const tier = await createOnnxTier({ modelPath: process.argv[2] ?? '', hosts: 1 });
const detect = (brightness: number) =>
  tier.detect(
    {
      frame: blocksOn(64, 64, [{ x: 8, y: 8, width: 8, height: 8, colour: [brightness, 0, 0] }]),
      planogram: colourPlanogram,
      references: new Map(),
    },
    new AbortController().signal,
  );
await detect(100);
const hanging = detect(255);
setTimeout(() => process.stdout.write(`${tier.hostPids()[0]}\n`), 300);
await hanging;
