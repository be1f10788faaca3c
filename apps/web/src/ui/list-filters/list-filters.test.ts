import { expect, test } from 'vitest';
import { shownStatuses, toListFilter } from './list-filters.ts';

test('without a status both lists are shown, the open one first', () => {
  expect(shownStatuses({ store: null, status: null })).toEqual(['open', 'closed']);
  expect(shownStatuses({ store: null, status: 'closed' })).toEqual(['closed']);
});

test('a store that is not chosen is not sent', () => {
  expect(toListFilter({ store: null, status: null }, 'open')).toEqual({ open: true });
  expect(toListFilter({ store: '4102', status: null }, 'closed')).toEqual({ open: false, storeCode: '4102' });
});
