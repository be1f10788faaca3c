import {
  type Icon,
  IconArrowMoveRight,
  IconArrowsExchange,
  IconBox,
  IconCheck,
  IconEyeOff,
  IconFlag,
  IconMinus,
  IconPlus,
  IconQuestionMark,
  IconSquareX,
  IconStackPop,
  IconStackPush,
} from '@tabler/icons-react';
import type { Verdict } from '../generated/graphql.ts';
import type { Tone } from './tone.ts';

/** Colour and icon of each verdict; the label is beside them, never colour alone. */
export const verdictStyles: Record<Verdict, { tone: Tone; icon: Icon }> = {
  MATCH: { tone: 'good', icon: IconCheck },
  FACINGS_SHORT: { tone: 'short', icon: IconStackPop },
  FACINGS_OVER: { tone: 'over', icon: IconStackPush },
  MISPLACED: { tone: 'moved', icon: IconArrowMoveRight },
  WRONG_PRODUCT: { tone: 'wrong', icon: IconArrowsExchange },
  UNKNOWN_PRODUCT: { tone: 'strange', icon: IconQuestionMark },
  MISSING: { tone: 'bad', icon: IconSquareX },
  OCCUPIED: { tone: 'quiet', icon: IconBox },
  NOT_VISIBLE: { tone: 'quiet', icon: IconEyeOff },
  NOT_ASSESSED: { tone: 'quiet', icon: IconMinus },
  WAIVED: { tone: 'quiet', icon: IconFlag },
  EXTRA: { tone: 'extra', icon: IconPlus },
};
