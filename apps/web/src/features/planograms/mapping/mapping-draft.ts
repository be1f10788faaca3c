import type {
  MappingKind,
  SaveVersionMappingMutation,
  VersionMappingEntryInput,
} from '../../../generated/graphql.ts';
import type { MappingEntry } from './read-mapping.ts';

/** An entry of a mapping that a person edits. Fields that its kind does not have are null. */
export interface MappingRow {
  key: string;
  kind: MappingKind;
  fromPositionId: string | null;
  toPositionId: string | null;
  fromProductId: string | null;
  toProductId: string | null;
  /** An instant; only for ALIAS. */
  graceUntil: string | null;
}

/** Which positions each kind has. */
export const positionsOf: Record<MappingKind, { from: boolean; to: boolean }> = {
  SAME: { from: true, to: true },
  MOVED: { from: true, to: true },
  SWAPPED: { from: true, to: true },
  SUBSTITUTED: { from: true, to: true },
  DELISTED: { from: true, to: false },
  NEW: { from: false, to: true },
  ALIAS: { from: false, to: false },
};

let made = 0;
const newKey = () => `row ${++made}`;

export const toRows = (entries: readonly MappingEntry[]): MappingRow[] =>
  entries.map(({ kind, fromPositionId, toPositionId, graceUntil, fromProduct, toProduct }) => ({
    key: newKey(),
    kind,
    fromPositionId,
    toPositionId,
    graceUntil,
    fromProductId: fromProduct?.id ?? null,
    toProductId: toProduct?.id ?? null,
  }));

/** Replaces the rows with a proposal; aliases stay, since a comparison cannot find them. */
export const withProposal = (
  rows: readonly MappingRow[],
  proposed: readonly MappingEntry[],
): MappingRow[] => [...toRows(proposed), ...rows.filter(({ kind }) => kind === 'ALIAS')];

/** Two weeks: the usual time to rebuild shelves and to sell old stock. */
const graceDays = 14;

export const newAlias = (
  { fromProductId, toProductId }: Pick<MappingRow, 'fromProductId' | 'toProductId'>,
  now: number,
): MappingRow => ({
  key: newKey(),
  kind: 'ALIAS',
  fromPositionId: null,
  toPositionId: null,
  fromProductId,
  toProductId,
  graceUntil: endOfDay(toLocalDay(new Date(now + graceDays * 86_400_000).toISOString())),
});

/** Returns the row as another kind, without the fields that this kind does not have. */
export function asKind(row: MappingRow, kind: MappingKind): MappingRow {
  const { from, to } = positionsOf[kind];
  const isAlias = kind === 'ALIAS';
  return {
    ...row,
    kind,
    fromPositionId: from ? row.fromPositionId : null,
    toPositionId: to ? row.toPositionId : null,
    graceUntil: isAlias ? row.graceUntil : null,
  };
}

/** Returns the row as input: positions imply their products; an alias has products only. */
export const toEntryInput = (row: MappingRow): VersionMappingEntryInput =>
  row.kind === 'ALIAS'
    ? {
        kind: row.kind,
        fromProductId: row.fromProductId,
        toProductId: row.toProductId,
        graceUntil: row.graceUntil,
      }
    : { kind: row.kind, fromPositionId: row.fromPositionId, toPositionId: row.toPositionId };

type UserErrors = SaveVersionMappingMutation['versionMappingSave']['userErrors'];

/** Groups errors by their row; general errors are under null. */
export function faultsByRow(rows: readonly MappingRow[], errors: UserErrors): Map<string | null, string[]> {
  const faults = new Map<string | null, string[]>();
  for (const { field, message } of errors) {
    const row = field?.[0] === 'entries' ? rows[Number(field[1])] : undefined;
    const key = row?.key ?? null;
    faults.set(key, [...(faults.get(key) ?? []), message]);
  }
  return faults;
}

/** Returns an instant as the value of a date field on the clock of this browser; empty for none. */
export function toLocalDay(iso: string | null): string {
  if (iso === null) return '';
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Returns the last second of a day: "until the 8th" includes the 8th. Null while the field is empty. */
export function endOfDay(day: string): string | null {
  const at = new Date(`${day}T23:59:59`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
