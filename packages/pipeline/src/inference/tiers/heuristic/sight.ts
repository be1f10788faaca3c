import type { Place } from './figure.ts';
import type { View } from './find-figure.ts';
import type { Candidature } from './identify.ts';
import type { Surface } from './occupancy.ts';
import type { BoxMm } from './visibility.ts';

/** A visible place and everything that was seen there. */
export interface Sight {
  place: Place;
  /** Where the slot really is: after the shelf's drift and the packs' stretch. */
  box: BoxMm;
  view: View;
  /** Best first; empty when the planogram has no reference images. */
  candidatures: readonly Candidature[];
  surface: Surface;
  /** 'shelf': the pack was found by a search along the shelf, not by the look at the place. */
  foundBy: 'place' | 'shelf';
}
