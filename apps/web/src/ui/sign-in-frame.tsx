import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import classes from './sign-in-frame.module.css';

interface SignInFrameProps {
  title: string;
  /** A sentence below the form. */
  hint: string;
  children: ReactNode;
}

export function SignInFrame({ title, hint, children }: SignInFrameProps) {
  return (
    <main className={classes.main}>
      <div className={classes.card}>
        <Brand />
        <h1>{title}</h1>
        {children}
        <p>{hint}</p>
      </div>
    </main>
  );
}
