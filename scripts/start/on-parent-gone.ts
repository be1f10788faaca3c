/** Short enough that no process outlives npm noticeably, and a question to the kernel costs nothing. */
const checkEveryMs = 500;

/** Calls back once when the process that started this one has ended: npm passes no signal on when it is killed. */
export function onParentGone(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, checkEveryMs);
  timer.unref();
}
