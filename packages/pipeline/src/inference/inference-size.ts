/** The long side of the frame that tiers look at: enough to tell flavours of a bay apart, little enough for one core. */
export const maxInferenceLongSidePx = 1600;
