import type { PayloadFact } from '../payload.ts';
import { nameOf } from '../payload-path.ts';
import type { FieldTree, PayloadVersion } from './payload-version.ts';
import type { PayloadVersions } from './payload-versions.ts';

/** A field that the version of the payload does not have. */
export interface UnknownField {
  segments: readonly string[];
  /** The other version that has this field, and the facts that it holds there; null when no version has it. */
  elsewhere: { version: number; facts: readonly PayloadFact[] } | null;
}

/** Finds the fields of a payload that its version does not have, at the levels where the version defines fields. */
export function findUnknownFields(
  raw: object,
  version: PayloadVersion,
  versions: PayloadVersions,
): UnknownField[] {
  return outside(raw, version.fields, []).map((segments) => ({
    segments,
    elsewhere: findElsewhere(nameOf(segments), version, versions),
  }));
}

function outside(level: unknown, fields: FieldTree, at: readonly string[]): string[][] {
  if (typeof level !== 'object' || level === null || Array.isArray(level)) return [];
  return Object.entries(level).flatMap(([name, value]) => {
    if (!fields.has(name)) return [[...at, name]];
    const inner = fields.get(name);
    return inner ? outside(value, inner, [...at, name]) : [];
  });
}

function findElsewhere(
  name: string,
  own: PayloadVersion,
  versions: PayloadVersions,
): UnknownField['elsewhere'] {
  for (const other of versions) {
    if (other === own) continue;
    const facts = factsOf(other).filter((fact) =>
      other.names[fact].some((there) => there === name || there.startsWith(`${name}.`)),
    );
    if (facts.length > 0) return { version: other.version, facts };
  }
  return null;
}

export const factsOf = ({ names }: PayloadVersion) => Object.keys(names) as PayloadFact[];
