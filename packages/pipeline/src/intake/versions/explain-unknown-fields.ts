import { nameOf, pathOf, type Segments } from '../payload-path.ts';
import type { Problem } from '../problem.ts';
import { factsOf, findStrangeFields, type StrangeField } from './find-strange-fields.ts';
import { isMisspelling, likenessOf } from './likeness.ts';
import type { PayloadVersion } from './payload-version.ts';
import type { PayloadVersions } from './payload-versions.ts';

/** What is wrong with the names of a payload's fields, and for each missing field the one that was likely meant for it. */
export interface NameFindings {
  problems: Problem[];
  /** A half sentence by the missing field's name. */
  hints: ReadonlyMap<string, string>;
}

/**
 * Firmware that renames a field must not lose what the field said. A field that no version knows is left alone, unless it
 * looks like one that is not there; a field of another version is told with the name that it has in this one.
 */
export function judgeNames(
  raw: object,
  version: PayloadVersion,
  versions: PayloadVersions,
  missing: readonly Segments[],
): NameFindings {
  const strange = findStrangeFields(raw, version, versions);
  const meant = new Set<StrangeField>();
  const hints = new Map<string, string>();
  for (const segments of missing) {
    const name = nameOf(segments);
    const found = findMeant(name, strange, version);
    if (found === null) continue;
    meant.add(found.field);
    hints.set(name, found.hint);
  }
  const absent = factsOf(version)
    .flatMap((fact) => version.names[fact])
    .concat('schema_version')
    .filter((name) => !hasField(raw, name));
  const problems = strange
    .filter((field) => !meant.has(field))
    .flatMap((field) => problemOf(field, version, absent) ?? []);
  return { problems, hints };
}

function findMeant(
  name: string,
  strange: readonly StrangeField[],
  version: PayloadVersion,
): { field: StrangeField; hint: string } | null {
  for (const field of strange) {
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
  const ranked = strange
    .map((field) => ({ field, likeness: likenessTo(name, field) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const best = ranked[0]?.field;
  return best ? { field: best, hint: `${nameOf(best.segments)} looks like it` } : null;
}

/** A field may have moved to another object as well: its own name counts as much as its whole place. */
const likenessTo = (name: string, { segments }: StrangeField): number =>
  Math.max(
    likenessOf(nameOf(segments), name),
    likenessOf(segments.at(-1) ?? '', name.split('.').at(-1) ?? ''),
  );

function problemOf(
  { segments, elsewhere }: StrangeField,
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
