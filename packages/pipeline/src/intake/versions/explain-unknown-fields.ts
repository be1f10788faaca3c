import { nameOf, pathOf, type Segments } from '../payload-path.ts';
import type { Problem } from '../problem.ts';
import { factsOf, findUnknownFields, type UnknownField } from './find-unknown-fields.ts';
import { isMisspelling, nameSimilarity } from './name-similarity.ts';
import type { PayloadVersion } from './payload-version.ts';
import type { PayloadVersions } from './payload-versions.ts';

/** Problems with field names, and for each missing field the unknown field that was likely meant. */
export interface NameFindings {
  problems: Problem[];
  /** The second half of a sentence, keyed by the name of the missing field. */
  hints: ReadonlyMap<string, string>;
}

/**
 * Explains unknown fields, so that a renamed field in new firmware does not lose its value. An unknown field is
 * ignored, unless its name resembles an absent field. A field of another version is reported with its name in this
 * version.
 */
export function explainUnknownFields(
  raw: object,
  version: PayloadVersion,
  versions: PayloadVersions,
  missing: readonly Segments[],
): NameFindings {
  const unknownFields = findUnknownFields(raw, version, versions);
  const meant = new Set<UnknownField>();
  const hints = new Map<string, string>();
  for (const segments of missing) {
    const name = nameOf(segments);
    const found = findMeant(name, unknownFields, version);
    if (found === null) continue;
    meant.add(found.field);
    hints.set(name, found.hint);
  }
  const absent = factsOf(version)
    .flatMap((fact) => version.names[fact])
    .concat('schema_version')
    .filter((name) => !hasField(raw, name));
  const problems = unknownFields
    .filter((field) => !meant.has(field))
    .flatMap((field) => problemOf(field, version, absent) ?? []);
  return { problems, hints };
}

function findMeant(
  name: string,
  unknownFields: readonly UnknownField[],
  version: PayloadVersion,
): { field: UnknownField; hint: string } | null {
  for (const field of unknownFields) {
    const { elsewhere } = field;
    const isIt = elsewhere?.facts.some((fact) =>
      version.names[fact].some((here) => here === name || here.startsWith(`${name}.`)),
    );
    if (elsewhere && isIt)
      return {
        field,
        hint: `${nameOf(field.segments)} is its name in schema version ${elsewhere.version}`,
      };
  }
  const ranked = unknownFields
    .map((field) => ({ field, similarity: similarityTo(name, field) }))
    .filter(({ similarity }) => similarity > 0)
    .sort((a, b) => b.similarity - a.similarity);
  const best = ranked[0]?.field;
  return best ? { field: best, hint: `${nameOf(best.segments)} looks like it` } : null;
}

/**
 * Returns the similarity of two names. A field may have moved to another object, so its last segment counts as much as
 * its full path.
 */
const similarityTo = (name: string, { segments }: UnknownField): number =>
  Math.max(
    nameSimilarity(nameOf(segments), name),
    nameSimilarity(segments.at(-1) ?? '', name.split('.').at(-1) ?? ''),
  );

function problemOf(
  { segments, elsewhere }: UnknownField,
  version: PayloadVersion,
  absent: readonly string[],
): Problem | null {
  const name = nameOf(segments);
  const problem = (message: string): Problem => ({ path: pathOf(segments), code: 'FIELD_INVALID', message });
  if (elsewhere) {
    const here = [...new Set(elsewhere.facts.flatMap((fact) => version.names[fact]))];
    return problem(
      here.length > 0
        ? `${name} is a field of schema version ${elsewhere.version}; version ${version.version} has ${here.join(', ')}.`
        : `${name} is a field of schema version ${elsewhere.version}; version ${version.version} does not have it.`,
    );
  }
  const likely = absent.find(
    (known) =>
      isMisspelling(name, known) ||
      (known.includes('.') && isMisspelling(segments.at(-1) ?? '', known.split('.').at(-1) ?? '')),
  );
  return likely ? problem(`${name} is not known; it looks like ${likely}.`) : null;
}

function hasField(raw: object, name: string): boolean {
  return (
    name
      .split('.')
      .reduce<unknown>((level, key) => (level as Record<string, unknown> | null | undefined)?.[key], raw) !==
    undefined
  );
}
