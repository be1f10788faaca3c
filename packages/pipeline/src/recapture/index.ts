/** The light door to recaptures: a person's wish for a new photo, and taking it back. */
export { askForRecapture } from './ask-for-recapture.ts';
export { withdrawRecapture } from './close-recapture.ts';
