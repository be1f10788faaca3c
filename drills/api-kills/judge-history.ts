import type { Ask } from './submit-until-answered.ts';

/**
 * Compares the answers that devices got with the database. Payloads are independent of each other, so each one is
 * checked alone. Returns what is wrong, in words.
 */
export function judgeHistory(
  history: readonly Ask[],
  captures: readonly { id: string; ordinal: number }[],
  payloads: number,
): string[] {
  const rows = Map.groupBy(captures, ({ ordinal }) => ordinal);
  const asks = Map.groupBy(history, ({ ordinal }) => ordinal);
  const findings: string[] = [];
  let lost = 0;
  let twice = 0;
  let renamed = 0;
  let unanswered = 0;
  let acceptedTwice = 0;
  for (let ordinal = 0; ordinal < payloads; ordinal++) {
    const ids = new Set(asks.get(ordinal)?.flatMap(({ captureId }) => captureId ?? []));
    const stored = rows.get(ordinal) ?? [];
    if (ids.size === 0) unanswered += 1;
    if (ids.size > 1) renamed += 1;
    if (stored.length > 1) twice += 1;
    if ([...ids].some((id) => !stored.some((row) => row.id === id))) lost += 1;
    const accepted = asks.get(ordinal)?.filter(({ outcome }) => outcome === 'ACCEPTED').length ?? 0;
    if (accepted > 1) acceptedTwice += 1;
  }
  if (unanswered > 0) findings.push(`${unanswered} payloads were never answered`);
  if (renamed > 0) findings.push(`${renamed} payloads got two ids`);
  if (twice > 0) findings.push(`${twice} payloads are more than one capture`);
  if (lost > 0) findings.push(`lost: ${lost} answered captures are missing`);
  if (acceptedTwice > 0) findings.push(`${acceptedTwice} payloads were accepted twice`);
  return findings;
}
