import { captureStates } from '@gondola/db';
import { expect, test } from 'vitest';
import { isLegalMove, isTerminal, lifecycle, workingStates } from './lifecycle.ts';

const next = (state: (typeof captureStates)[number]) => lifecycle[state].mayBecome;

test('every state can be reached from INGESTED', () => {
  const reached = new Set<string>(['INGESTED']);
  for (let grew = true; grew; ) {
    const before = reached.size;
    for (const state of captureStates) if (reached.has(state)) for (const to of next(state)) reached.add(to);
    grew = reached.size > before;
  }
  expect([...reached].sort()).toEqual([...captureStates].sort());
});

test('every state that is not terminal can end', () => {
  const ends = new Set<string>(captureStates.filter(isTerminal));
  for (let grew = true; grew; ) {
    const before = ends.size;
    for (const state of captureStates) if (next(state).some((to) => ends.has(to))) ends.add(state);
    grew = ends.size > before;
  }
  expect([...ends].sort()).toEqual([...captureStates].sort());
});

test('no terminal state leads back to work', () => {
  for (const state of captureStates.filter(isTerminal))
    expect(next(state).filter((to) => !isTerminal(to))).toEqual([]);
});

test('a capture can be dead-lettered from every state in which a stage works', () => {
  for (const state of workingStates) expect(isLegalMove(state, 'DEAD_LETTERED')).toBe(true);
});
