/** What one photo of a simulated month shows. A test changes it to let something happen. */
export interface SimulatedPhoto {
  /** Days since the first day of the months, from 0. */
  day: number;
  store: number;
  /** Number of the bay in its store, from 0. */
  bay: number;
  /** Code of the bay's planogram. */
  planogram: string;
  version: string;
  /** Share of the positions that become empty, or unknown, besides the usual ones. */
  empty: number;
  unknown: number;
  coverage: number;
  tier: number;
  modelId: string;
  /** Hash of the model's settings. */
  settings: string;
  firmware: string;
  cameraModel: string;
  sharpness: number;
}

export interface MonthsPlan {
  seed: number;
  /** The first day (UTC), such as 2026-09-01. */
  firstDay: string;
  days: number;
  stores: number;
  /** A bay for each; each code is a category too. */
  planograms: readonly string[];
  baysPerPlanogram?: number;
  positions?: number;
  photosPerDay?: number;
  /** Days between two photos of a bay. */
  everyDays?: number;
  /** Further versions that photos may name, each of the catalog of its planogram. */
  versions?: readonly { planogram: string; label: string; day: number }[];
  change?: (photo: SimulatedPhoto) => void;
}
