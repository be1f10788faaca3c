import type { ListedPlanogram } from './list-planograms.ts';

/** Planograms whose name or code holds the words, whole; of others, the versions whose label does. */
export function searchPlanograms(planograms: readonly ListedPlanogram[], search: string): ListedPlanogram[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [...planograms];
  const holds = (text: string) => text.toLowerCase().includes(wanted);
  return planograms.flatMap((planogram) => {
    if (holds(planogram.name) || holds(planogram.code)) return [planogram];
    const versions = planogram.versions.filter(({ label }) => holds(label));
    return versions.length > 0 ? [{ ...planogram, versions }] : [];
  });
}
