import type { Icon } from '@tabler/icons-react';
import type { Tone } from './tone.ts';

/** The colour and icon of a tag; its text is beside them, never colour alone. */
export interface TagStyle {
  tone: Tone;
  icon: Icon;
}
