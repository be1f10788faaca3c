import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './banner.module.css';
import type { Tone } from './tone.ts';

/** Shows one line that a person needs before the rest of the screen. */
export function Banner({
  tone,
  icon: BannerIcon,
  title,
  children,
}: {
  tone: Tone;
  icon: Icon;
  title: string;
  children: ReactNode;
}) {
  return (
    <div className={classes.banner} data-tone={tone}>
      <BannerIcon size={17} stroke={1.8} aria-hidden />
      <div>
        <b>{title}</b> {children}
      </div>
    </div>
  );
}
