import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, expandUpcE, isRestricted, readGtin } from './gtin.ts';

test.each([
  ['629104150021', '3'],
  ['943646579210', '4'],
  ['12345678901', '2'],
  ['123456789012', '8'],
])('the check digit of %s is %s', (body, digit) => {
  expect(checkDigitOf(body)).toBe(digit);
});

test.each([
  ['96385074', '00000096385074'],
  ['012345678905', '00012345678905'],
  ['4006381333931', '04006381333931'],
  ['10012345678902', '10012345678902'],
  [' 4006381333931 ', '04006381333931'],
])('%s becomes the 14 digits %s', (text, gtin) => {
  expect(readGtin(text)).toEqual({ gtin });
});

test.each([
  ['4006381333932', /check digit is 2.*call for 1/],
  ['40063813339', /has 11/],
  ['4006381-33393', /digits only/],
  ['', /digits only/],
  ['00000000', /placeholder/],
])('%j is refused with a reason', (text, reason) => {
  expect(readGtin(text)).toEqual({ problem: expect.stringMatching(reason) });
});

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[1-9]\d{11}$/),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
      (body, at, change) => {
        const code = body + checkDigitOf(body);
        const digit = (Number(code[at]) + change) % 10;
        expect(readGtin(code)).toHaveProperty('gtin');
        expect(readGtin(code.slice(0, at) + digit + code.slice(at + 1))).toHaveProperty('problem');
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test.each([
  ['04252614', '042100005264'],
  ['01234505', '012000003455'],
  ['01234514', '012100003454'],
  ['01234531', '012300000451'],
  ['01234543', '012340000053'],
  ['01234558', '012345000058'],
  ['11234593', '112345000093'],
  ['04252615', null],
  ['24252614', null],
  ['425261', null],
])('the UPC-E %s stands for %s', (short, long) => {
  expect(expandUpcE(short)).toBe(long);
});

test.each([
  ['02012345678900', true],
  ['00212345678900', true],
  ['00412345678900', true],
  ['00000020123451', true],
  ['04006381333931', false],
  ['00012345678905', false],
  ['00000096385074', false],
])('that %s is for use inside one company is %s', (gtin, restricted) => {
  expect(isRestricted(gtin)).toBe(restricted);
});
