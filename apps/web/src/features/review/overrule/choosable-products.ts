import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import type { PositionVerdict } from '../read-capture.ts';

interface ChoosableProduct {
  id: string;
  name: string;
  /** Unique: name, brand and SKU. */
  label: string;
}

type Finding = Pick<PositionVerdict, 'candidates' | 'expected' | 'positionId'>;
type Version = { positions: Pick<DrawnVersion['positions'][number], 'product'>[] };

/**
 * Returns the products that can be named for a slot: the tier's candidates, best first, then the rest of the planogram by
 * name. The planned product is left out: it would be a match.
 */
export function choosableProducts(finding: Finding, version: Version | null): ChoosableProduct[] {
  const planned = (version?.positions ?? []).map(({ product }) => product);
  const byName = planned.toSorted((a, b) => a.name.localeCompare(b.name));
  const all = [...finding.candidates.map(({ product }) => ({ brand: null, ...product })), ...byName];
  const brandOf = new Map(planned.map(({ id, brand }) => [id, brand]));
  const seen = new Set<string>(finding.expected ? [finding.expected.id] : []);
  return all.flatMap(({ id, name, sku }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, name, label: [name, brandOf.get(id), sku].filter(Boolean).join(' · ') }];
  });
}
