import { expect, test } from 'vitest';
import type { Role } from '../../generated/graphql.ts';
import type { Viewer } from '../../lib/viewer.ts';
import { possibleVerdicts, productOf, whyNotOverrule } from './overrule-rules.ts';

const viewer = (role: Role): Viewer => ({ kind: 'PERSON', name: 'Ann', email: 'ann@example.com', role });

test('a position can be everything but extra and waived, a thing that is not planned only extra or nothing', () => {
  const position = possibleVerdicts({ positionId: '1.2' });
  expect(position).toHaveLength(10);
  expect(position).not.toContain('EXTRA');
  expect(position).not.toContain('WAIVED');
  expect(possibleVerdicts({ positionId: null })).toEqual(['EXTRA', 'NOT_ASSESSED']);
});

test('a product is asked for only where it does not go without saying', () => {
  expect(productOf('WRONG_PRODUCT')).toBe('NAMED');
  expect(productOf('EXTRA')).toBe('NAMED_IF_KNOWN');
  expect(productOf('FACINGS_SHORT')).toBe('PLANNED');
  expect(productOf('UNKNOWN_PRODUCT')).toBe('NONE');
});

test('whoever cannot overrule is told why', () => {
  const scored = { state: 'SCORED' } as const;
  const missing = { verdict: 'MISSING' } as const;
  expect(whyNotOverrule(viewer('OPERATOR'), scored, missing)).toBeNull();
  expect(whyNotOverrule(viewer('ANALYST'), scored, missing)).toContain('Analysts look');
  expect(whyNotOverrule(viewer('ADMIN'), { state: 'ARCHIVED' }, missing)).toContain('archived');
  expect(whyNotOverrule(viewer('ADMIN'), { state: 'TIER_3_INFERENCE' }, missing)).toContain('on its way');
  expect(whyNotOverrule(viewer('ADMIN'), scored, { verdict: 'WAIVED' })).toContain('waived');
});
