'use client';

/** The last resort, when even the layout fails: no kit, no styles that a broken page could lack. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui, sans-serif', padding: '4rem 1.5rem', textAlign: 'center' }}>
        <h1>This page broke</h1>
        <p>Captures that were handed in are safe; only this view is affected.</p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </body>
    </html>
  );
}
