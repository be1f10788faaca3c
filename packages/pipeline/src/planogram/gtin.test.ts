import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, readGtin } from './gtin.ts';

test.each([
  ['629104150021', '3'],
  ['943646579210', '4'],
  ['12345678901', '2'],
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
