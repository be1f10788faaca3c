/** A planogram with versions to choose from, oldest first. */
export interface ChoosablePlanogram {
  id: string;
  code: string;
  name: string;
  versions: readonly { label: string }[];
}

export interface VersionGroup {
  group: string;
  items: { value: string; label: string }[];
}

interface Wanted {
  search: string;
  /** Its versions stand first. */
  own?: ChoosablePlanogram | null | undefined;
  /** The label of a version that cannot be chosen. */
  leaveOut?: string | undefined;
}

/** Versions by planogram, the newest first. `found`: what the API answered to the search. */
export function versionGroups(
  found: readonly ChoosablePlanogram[],
  { search, own, leaveOut }: Wanted,
): VersionGroup[] {
  const ordered = own ? [narrowed(own, search), ...found.filter(({ id }) => id !== own.id)] : found;
  const groups = ordered
    .map(({ name, code, versions }) => ({
      group: name === code ? name : `${name} (${code})`,
      items: versions
        .filter(({ label }) => label !== leaveOut)
        .map(({ label }) => ({ value: label, label }))
        .toReversed(),
    }))
    .filter(({ items }) => items.length > 0);
  return uniqueGroups(groups);
}

/** As the API narrows what it finds: all versions where the planogram itself is meant, else those of such a label. */
function narrowed(planogram: ChoosablePlanogram, search: string): ChoosablePlanogram {
  const words = search.trim().toLowerCase();
  const holds = (text: string) => text.toLowerCase().includes(words);
  if (holds(planogram.name) || holds(planogram.code)) return planogram;
  return { ...planogram, versions: planogram.versions.filter(({ label }) => holds(label)) };
}

/** The kit keys groups by their names, which need not be unique. */
function uniqueGroups(groups: readonly VersionGroup[]): VersionGroup[] {
  const seen = new Map<string, number>();
  return groups.map((one) => {
    const times = (seen.get(one.group) ?? 0) + 1;
    seen.set(one.group, times);
    return times === 1 ? one : { ...one, group: `${one.group} (${times})` };
  });
}
