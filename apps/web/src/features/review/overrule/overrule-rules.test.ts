import { expect, test } from 'vitest';
import { possibleVerdicts, productOf, whyNotOverrule } from './overrule-rules.ts';

const reviewer = { permissions: [{ act: 'VERDICT_OVERRULE' as const, scope: 'ALL' as const }] };
const reader = { permissions: [] };

test('a position can get any verdict but extra and waived, an unplanned product only extra or not assessed', () => {
  const position = possibleVerdicts({ positionId: '1.2' });
  expect(position).toHaveLength(10);
  expect(position).not.toContain('EXTRA');
  expect(position).not.toContain('WAIVED');
  expect(possibleVerdicts({ positionId: null })).toEqual(['EXTRA', 'NOT_ASSESSED']);
});

test('a product is asked for only where the verdict does not imply it', () => {
  expect(productOf('WRONG_PRODUCT')).toBe('NAMED');
  expect(productOf('EXTRA')).toBe('NAMED_IF_KNOWN');
  expect(productOf('FACINGS_SHORT')).toBe('PLANNED');
  expect(productOf('UNKNOWN_PRODUCT')).toBe('NONE');
});

test('a person who cannot overrule gets the reason', () => {
  const store = { code: '4102' };
  const scored = { state: 'SCORED', store } as const;
  const missing = { verdict: 'MISSING' } as const;
  expect(whyNotOverrule(reviewer, scored, missing)).toBeNull();
  expect(whyNotOverrule(reader, scored, missing)).toContain('your role does not include');
  expect(whyNotOverrule(reviewer, { state: 'ARCHIVED', store }, missing)).toContain('archived');
  expect(whyNotOverrule(reviewer, { state: 'TIER_3_INFERENCE', store }, missing)).toContain('in progress');
  expect(whyNotOverrule(reviewer, scored, { verdict: 'WAIVED' })).toContain('waived');
});
