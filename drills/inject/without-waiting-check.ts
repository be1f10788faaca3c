/** Takes the look at the item's state out of a batch's writes: whoever comes second writes the result again. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/reprocess/end-items.ts', [[" and state = 'WAITING'\n", '\n']]);
