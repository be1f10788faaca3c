import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title: string;
  /** Beside the title, at the end of the line. */
  aside?: ReactNode;
  /** No padding around the content, for tables. */
  flush?: boolean;
  /** Wider than a narrow screen: scrolls sideways, and can be reached by keyboard to do so. */
  scrolls?: boolean;
  tone?: 'bad' | 'short' | 'moved';
  children: ReactNode;
}

/** Shows a titled part of a screen. */
export function Panel({ title, aside, flush = false, scrolls = false, tone, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={classes.panel} aria-labelledby={titleId} data-flush={flush} data-tone={tone}>
      <header className={classes.header}>
        <h2 id={titleId}>{title}</h2>
        {aside}
      </header>
      <div className={classes.body} data-scrolls={scrolls} tabIndex={scrolls ? 0 : undefined}>
        {children}
      </div>
    </section>
  );
}
