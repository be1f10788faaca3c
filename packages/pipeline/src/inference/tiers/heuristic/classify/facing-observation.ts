import type { Match } from '../match/identify.ts';
import type { View } from '../rectify/view.ts';
import type { BoxMm } from '../rectify/visibility.ts';
import type { Place } from '../templates/product-template.ts';
import type { Surface } from './occupancy.ts';

/** A visible place with all observations of it. */
export interface FacingObservation {
  place: Place;
  /** The slot's box after correction of the shelf's offset and the packs' stretch. */
  box: BoxMm;
  view: View;
  /** Best first; empty when the planogram has no reference images. */
  matches: readonly Match[];
  surface: Surface;
  /** 'shelf': the pack was found by a search along the shelf, not around the place. */
  foundBy: 'place' | 'shelf';
}
