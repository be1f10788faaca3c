'use client';

/**
 * Replaces the whole page when even the layout fails. It uses no component kit and no styles, which a broken page
 * could lack.
 */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', padding: '4rem 1.5rem', textAlign: 'center' }}>
        <h1>This page failed</h1>
        <p>Submitted captures are safe; only this view is affected.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
