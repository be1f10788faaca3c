/** Providers belong to no store: their times are shown on the clock of whoever looks. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
