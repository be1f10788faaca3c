import { workerData } from 'node:worker_threads';

/*
 * A thread that ends its process when the parent is gone. The process itself may be in the middle of a model, which no
 * message reaches, and one that never comes to an end would stay for ever.
 */
const everyMs = 500;
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}, everyMs);
