/** The photo formats that the pipeline decodes; intake rejects all others. */
export const photoMimeTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoMimeType = (typeof photoMimeTypes)[number];

/** Other names of JPEG that cameras and apps send: one that is no registered type, and that of old browsers. */
const otherNames: Readonly<Record<string, PhotoMimeType>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
};

/** Returns the registered spelling of a photo's type: lower case, and one name for each format. Other texts stay as they are. */
export function canonicalMimeType(given: string): string {
  const type = given.trim().toLowerCase();
  return otherNames[type] ?? type;
}

/** The formats of phones that have a setting for JPEG. */
const phoneFormats = /^image\/(?:hei[cf](?:-sequence)?|avif)$/;

/** Explains which types are accepted, after the name of the field; for a phone's format with the setting to change. */
export function explainMimeTypes(given: string): string {
  const accepted = `must be one of ${photoMimeTypes.join(', ')}`;
  return phoneFormats.test(canonicalMimeType(given))
    ? `${accepted}; set the phone to JPEG (iPhone: Settings, Camera, Formats, Most Compatible; Android: high efficiency pictures off)`
    : accepted;
}
