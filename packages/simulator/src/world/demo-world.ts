import { assortments } from './assortments.ts';
import type { DemoBay } from './demo-bay.ts';
import { layOutBay } from './lay-out-bay.ts';

export interface DemoStore {
  code: string;
  name: string;
  timeZone: string;
  /** The bays and their versions. `staleLabel`: an older version that cameras there still send at times. */
  bays: { aisle: string; label: string; staleLabel: string | null }[];
}

export interface DemoWorld {
  /** Separates the article codes from those of other sources. */
  catalog: string;
  stores: DemoStore[];
  /** Every planogram version by its label. */
  versions: Map<string, DemoBay>;
}

/** Calendar weeks in which the plans of a category changed; the last is the one in force. */
const weeks: Record<string, readonly number[]> = {
  snacks: [46, 47],
  coffee: [45, 47],
  cleaning: [47],
  drinks: [44, 47],
};

/** Returns a small chain, always the same: three stores with three or four bays each. */
export function demoWorld(): DemoWorld {
  const versions = new Map<string, DemoBay>();
  for (const assortment of assortments) {
    for (const week of weeks[assortment.category] ?? []) {
      const label = `${assortment.category}-2026-${week}`;
      const layout = layOutBay(assortment, label);
      versions.set(label, { label, category: assortment.category, ...layout });
    }
  }
  const bay = (aisle: string, category: string, stale = false) => {
    const known = weeks[category] ?? [];
    const older = known[known.length - 2];
    return {
      aisle,
      label: `${category}-2026-${known[known.length - 1]}`,
      staleLabel: stale && older !== undefined ? `${category}-2026-${older}` : null,
    };
  };
  return {
    catalog: 'demo',
    versions,
    stores: [
      {
        code: '0421',
        name: 'Harbour Street',
        timeZone: 'Europe/Berlin',
        bays: [
          bay('A12-B03', 'snacks', true),
          bay('A12-B04', 'coffee'),
          bay('A07-B01', 'cleaning'),
          bay('A03-B02', 'drinks'),
        ],
      },
      {
        code: '0422',
        name: 'Old Market',
        timeZone: 'Europe/Berlin',
        bays: [bay('A05-B01', 'snacks'), bay('A05-B02', 'coffee', true), bay('A09-B03', 'drinks')],
      },
      {
        code: '0507',
        name: 'Station Square',
        timeZone: 'Europe/Lisbon',
        bays: [
          bay('A01-B01', 'snacks'),
          bay('A02-B02', 'coffee'),
          bay('A02-B03', 'cleaning'),
          bay('A04-B01', 'drinks', true),
        ],
      },
    ],
  };
}
