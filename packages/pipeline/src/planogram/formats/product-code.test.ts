import { expect, test } from 'vitest';
import { azure, gondola } from '../broken-files.testing.ts';
import { parsePlanogram } from '../parse-planogram.ts';
import { checkDigitFormOf } from './check-digit-form.ts';
import { readCode } from './product-code.ts';

test.each([
  ['96385074', '00000096385074'],
  ['012000052453', '00012000052453'],
  ['0-12000-05245-3', '00012000052453'],
  ['0 12000 05245 3', '00012000052453'],
  ['4006381333931', '04006381333931'],
  ['4006381333931.0', '04006381333931'],
  ['4006381333931,00', '04006381333931'],
  ["'036000291452", '00036000291452'],
  ['４００６３８１３３３９３１', '04006381333931'],
  ['10012345678902', '10012345678902'],
  ['(01)09506000134352(10)A1', '09506000134352'],
  ['https://id.gs1.org/01/09506000134352', '09506000134352'],
  ['https://id.gs1.org/01/09506000134352/10/ABC?17=271200', '09506000134352'],
  ['http://shop.example/de/01/4006381333931', '04006381333931'],
  ['https://example.com/some/gtin/96385074#top', '00000096385074'],
  ['36000291452', '00036000291452'],
])('%s becomes the 14 digits %s', (text, gtin) => {
  expect(readCode(text)).toMatchObject({ gtin });
});

test.each([
  ['4.00638E+12', /a spreadsheet has rounded it/],
  ['4,00638e12', /a spreadsheet has rounded it/],
  ['4006381333931.5', /digits only/],
  ['https://id.gs1.org/414/4006381333931', /digits only/],
  ['4006381333931; 96385074', /several codes: 4006381333931 and 96385074/],
  ['4006381333931 96385074', /several codes/],
  ['ABC-4006381333931', /digits only/],
])('%s is refused with a reason', (text, reason) => {
  expect(readCode(text)).toEqual({ problem: expect.stringMatching(reason) });
});

const lostZeros = ['36000291452', '49000000443', '12000001291', '78000082166'];
const bodies = ['03600029145', '04900000044', '01200000129'];

test.each([
  ['all check digits are right', lostZeros, 'with check digit'],
  ['a zero stands in front of eleven digits', bodies, 'without check digit'],
  ['no check digit is right', ['36000291453', '49000000444', '12000001292'], 'without check digit'],
  ['one of many is misprinted', [...lostZeros, '36000291453'], 'with check digit'],
  ['a single code agrees, as one in ten does', ['36000291452'], 'unclear'],
  ['one agrees and one does not', ['36000291452', '49000000444'], 'unclear'],
  ['the same code is repeated', ['36000291452', '36000291452'], 'unclear'],
] as const)('the codes of a file say its form: %s', (_, codes, form) => {
  expect(checkDigitFormOf(codes)).toBe(form);
});

test('a short code is read in the form of its file', () => {
  expect(readCode('36000291452', 'with check digit')).toMatchObject({ gtin: '00036000291452' });
  expect(readCode('36000291452', 'without check digit')).toMatchObject({ gtin: '00360002914522' });
  expect(readCode('36000291452', 'unclear')).toEqual({
    problem: expect.stringMatching(/does not say which/),
  });
});

test('the JSON formats take a digital link as a GTIN too', () => {
  const link = 'https://id.gs1.org/01/04006381333931';
  const ours = parsePlanogram(
    'gondola',
    gondola((file) => (file.products[0].gtin = link)),
  );
  expect('planogram' in ours && ours.planogram.products[0]?.gtin).toBe('04006381333931');
  const azures = parsePlanogram(
    'azure',
    azure((file) => {
      file.products[1].id = link;
      file.positions[2].productId = link;
    }),
  );
  expect('planogram' in azures && azures.planogram.products[1]?.gtin).toBe('04006381333931');
});
