import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { sampleAzure, sampleGondola } from '../sample-files.testing.ts';
import { sampleCsv, samplePsa, samplePtsV1, writeCsv, writePsa, writePts } from '../sample-rows.testing.ts';
import { testFormatConformance } from './format-conformance.testing.ts';
import { type PlanogramFileFormat, planogramFileFormats } from './planogram-format.ts';

const samples: Record<PlanogramFileFormat, string | Uint8Array> = {
  gondola: JSON.stringify(sampleGondola()),
  azure: JSON.stringify(sampleAzure()),
  psa: writePsa(samplePsa()),
  csv: writeCsv(sampleCsv()),
  pts: iconv.encode(writePts(samplePtsV1()), 'shift_jis'),
};
const all = new Map(planogramFileFormats.map((name) => [name, samples[name]]));

for (const name of planogramFileFormats) testFormatConformance(name, samples[name], all);

test('every format has a sample', () => {
  expect(all.size).toBe(planogramFileFormats.length);
});
