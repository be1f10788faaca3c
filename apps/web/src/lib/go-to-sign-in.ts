/** Loads the sign-in page completely, so that nothing of the ended session stays in memory. */
export function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}
