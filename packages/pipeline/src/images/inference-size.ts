/** Long side of the tiers' input frame: enough to distinguish flavours in a bay, small enough for one core. */
export const maxInferenceLongSidePx = 1600;
