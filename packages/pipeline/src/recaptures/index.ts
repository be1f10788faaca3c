/** Light entry point to recaptures: requests by people, and their withdrawal. */
export { requestRecaptureByPerson } from './request-recapture-by-person.ts';
export { withdrawRecapture } from './withdraw-recapture.ts';
