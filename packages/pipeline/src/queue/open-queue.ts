import { PgBoss } from 'pg-boss';
import { type CaptureQueue, captureQueue } from './capture-queue.ts';

export interface OpenQueue {
  boss: PgBoss;
  queue: CaptureQueue;
  stop(): Promise<void>;
}

/**
 * Opens pg-boss on its own small pool. A 'send' process (the API) only adds jobs. A 'work' process also supervises the queue:
 * dead workers, maintenance. The queue's tables must exist already (installQueue).
 */
export async function openQueue(
  url: string,
  options: { role: 'send' | 'work'; onError: (error: Error) => void; monitorIntervalSeconds?: number },
): Promise<OpenQueue> {
  const works = options.role === 'work';
  const boss = new PgBoss({
    connectionString: url,
    application_name: `gondola-${options.role}`,
    max: works ? 6 : 2,
    migrate: false,
    createSchema: false,
    supervise: works,
    schedule: false,
    useListenNotify: works,
    // Delay of detecting a dead worker, in addition to the heartbeat. 5 s costs one cheap count per queue.
    monitorIntervalSeconds: options.monitorIntervalSeconds ?? 5,
    superviseIntervalSeconds: options.monitorIntervalSeconds ?? 5,
  });
  boss.on('error', options.onError);
  await boss.start();
  return {
    boss,
    queue: captureQueue(boss),
    stop: () => boss.stop({ graceful: works, timeout: 8_000, close: true }),
  };
}
