/** Returns the time zone of the browser. Providers belong to no store, so their times are in the viewer's zone. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
