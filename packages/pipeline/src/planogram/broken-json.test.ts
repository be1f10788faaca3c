import { testRefusals } from './broken-files.testing.ts';
import { planogramLimits } from './formats/limits.ts';
import { sampleAzure } from './sample-files.testing.ts';

testRefusals([
  ['an empty file', 'azure', '', '$', 'JSON_INVALID', /empty/],
  ['white space alone', 'gondola', ' \n', '$', 'JSON_INVALID', /empty/],
  [
    'a file cut off',
    'azure',
    '{"width": 40,\n "height"',
    '$',
    'JSON_INVALID',
    /line 2, column 10.*the file ends/,
  ],
  [
    'a trailing comma',
    'azure',
    '{\n  "width": 40,\n}',
    '$',
    'JSON_INVALID',
    /line 3, column 1.*“?.*member name/,
  ],
  ['a bare word', 'azure', '{"width": forty}', '$', 'JSON_INVALID', /line 1, column 11/],
  [
    'text after the end',
    'azure',
    `${JSON.stringify(sampleAzure())} x`,
    '$',
    'JSON_INVALID',
    /end of the file/,
  ],
  ['XML', 'azure', '<planogram/>', '$', 'JSON_INVALID', /line 1, column 1/],
  ['a line break inside a text', 'azure', '{"id": "a\nb"}', '$', 'JSON_INVALID', /line 1, column 8/],
  ['nesting without end', 'azure', '['.repeat(10_000), '$', 'JSON_INVALID', /nested deeper than 32/],
  [
    'a file too large',
    'azure',
    ' '.repeat(planogramLimits.fileBytes + 1),
    '$',
    'FILE_TOO_LARGE',
    /at most 8 MB/,
  ],
  ['a list at the top', 'azure', '[]', '$', 'FIELD_INVALID', /has to be an object, not a list/],
  ['null', 'gondola', 'null', '$', 'FIELD_INVALID', /has to be an object, not null/],
]);
