import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './tag.module.css';
import type { Tone } from './tone.ts';

/** Shows a label with its icon and colour. */
export function Tag({ tone, icon: TagIcon, children }: { tone: Tone; icon: Icon; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      <TagIcon size={14} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
