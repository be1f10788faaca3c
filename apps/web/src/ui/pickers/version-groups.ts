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
  /** The planogram whose versions come first. */
  own?: ChoosablePlanogram | null | undefined;
  /** The label of a version that cannot be chosen. */
  leaveOut?: string | undefined;
}

/** Groups versions by planogram, the newest first. `found`: the API's answer to the search. */
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

/** Filters a planogram as the API does: all versions when the planogram itself matches, else the matching ones. */
function narrowed(planogram: ChoosablePlanogram, search: string): ChoosablePlanogram {
  const words = search.trim().toLowerCase();
  const holds = (text: string) => text.toLowerCase().includes(words);
  if (holds(planogram.name) || holds(planogram.code)) return planogram;
  return { ...planogram, versions: planogram.versions.filter(({ label }) => holds(label)) };
}

/** Makes group names unique, since the component kit uses them as keys. */
function uniqueGroups(groups: readonly VersionGroup[]): VersionGroup[] {
  const seen = new Map<string, number>();
  return groups.map((one) => {
    const times = (seen.get(one.group) ?? 0) + 1;
    seen.set(one.group, times);
    return times === 1 ? one : { ...one, group: `${one.group} (${times})` };
  });
}
