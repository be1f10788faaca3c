import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  icon: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** The notice is the whole screen, so its title is the heading. */
  wholeScreen?: boolean;
  /** Spoken at once by screen readers. */
  alert?: boolean;
}

/** Explains missing content, and offers what to do about it. */
export function Notice({
  icon: NoticeIcon,
  title,
  children,
  action,
  wholeScreen = false,
  alert = false,
}: NoticeProps) {
  const Title = wholeScreen ? 'h1' : 'strong';
  return (
    <div className={classes.notice} role={alert ? 'alert' : undefined}>
      <NoticeIcon size={28} stroke={1.4} aria-hidden />
      <Title>{title}</Title>
      {children ? <div className={classes.text}>{children}</div> : null}
      {action}
    </div>
  );
}
