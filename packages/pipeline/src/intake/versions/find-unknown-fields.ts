import type { PayloadFact } from '../payload.ts';
import { nameOf } from '../payload-path.ts';
import type { FieldTree, PayloadVersion } from './payload-version.ts';
import type { PayloadVersions } from './payload-versions.ts';

/** A field that the payload's own version does not have. */
export interface StrangeField {
  segments: readonly string[];
  /** Where it would be right: another version, and the facts that stand there. */
  elsewhere: { version: number; facts: readonly PayloadFact[] } | null;
}

/** The fields of a payload that its version does not know, at the levels where the version has fields. */
export function findStrangeFields(
  raw: object,
  version: PayloadVersion,
  versions: PayloadVersions,
): StrangeField[] {
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
): StrangeField['elsewhere'] {
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
