import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { parsePlanogram } from '../parse-planogram.ts';
import { sampleAzure, sampleGondola } from '../sample-files.testing.ts';
import { sampleCsv, samplePsa, samplePtsV1, writeCsv, writePsa, writePts } from '../sample-rows.testing.ts';
import { guessFormat } from './guess-format.ts';

const pts = writePts(samplePtsV1());

test.each([
  ['our own JSON', JSON.stringify(sampleGondola()), 'gondola'],
  ['Azure’s JSON', JSON.stringify({ planogram: sampleAzure() }), 'azure'],
  ['a ProSpace file', writePsa(samplePsa()), 'psa'],
  ['a PTS file as text', pts, 'pts'],
  ['a PTS file in Shift_JIS', iconv.encode(pts, 'shift_jis'), 'pts'],
  ['our CSV', writeCsv(sampleCsv()), 'csv'],
  ['our CSV with semicolons and a mark', Buffer.from(`\uFEFF${writeCsv(sampleCsv(), ';')}`), 'csv'],
  ['prose', 'Dear colleague', null],
  ['nothing', '', null],
  ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46), null],
  ['other JSON', '{"a": 1}', null],
])('%s is recognised by its beginning', (_, content, format) => {
  expect(guessFormat(content)).toBe(format);
});

test('a file of another format than chosen is refused with its likely format', () => {
  for (const said of ['azure', 'csv', 'pts'] as const) {
    const result = parsePlanogram(said, writePsa(samplePsa()));
    expect('problems' in result && result.problems).toEqual([
      {
        path: said === 'azure' ? '$' : 'file',
        code: 'FORMAT_UNKNOWN',
        message: `This is not a file of the format “${said}”, but by its beginning one of “psa”: choose that.`,
      },
    ]);
  }
});

test('a header cut in the middle of a character is recognised', () => {
  const long = Buffer.from(`${writeCsv(sampleCsv())}\n${'ü'.repeat(10_000)}`);
  expect(guessFormat(long)).toBe('csv');
});
