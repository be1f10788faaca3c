import { PgBoss } from 'pg-boss';
import { allQueueNames } from './queue-names.ts';
import { queueSettings } from './queue-settings.ts';

/** Creates or upgrades pg-boss's tables and our queues. Part of the migration; idempotent. */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  let failure: Error | undefined;
  boss.on('error', (error) => {
    failure ??= error;
  });
  await boss.start();
  try {
    for (const name of allQueueNames) {
      const existing = await boss.getQueue(name);
      if (existing === null) await boss.createQueue(name, queueSettings);
      else await boss.updateQueue(name, queueSettings);
    }
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
  if (failure) throw failure;
}
