import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import classes from './sign-in-frame.module.css';

export function SignInFrame({ children }: { children: ReactNode }) {
  return (
    <main className={classes.main}>
      <div className={classes.card}>
        <Brand />
        <h1>Sign in</h1>
        {children}
        <p>No account, or the password is lost? Ask your administrator.</p>
      </div>
    </main>
  );
}
