import Link from 'next/link';
import classes from './brand.module.css';

/** Shows the name with a small drawing of shelves. */
export function Brand() {
  return (
    <Link href="/" className={classes.brand}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden>
        <path d="M1 8.5h18M1 17.5h18" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        <path
          d="M3 2h4v5H3zM8.5 3.5h3V7h-3zM13 2h4v5h-4zM3 11.5h3V16H3zM7.5 11h4v5h-4z"
          fill="currentColor"
          opacity="0.75"
        />
        <path
          d="M13.6 11.6h3v3.8h-3z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.2"
          strokeDasharray="1.4 1.2"
        />
      </svg>
      Gondola
    </Link>
  );
}
