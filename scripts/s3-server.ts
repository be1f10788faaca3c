/**
 * `npx node scripts/s3-server.ts`: a real S3 server for tests on this machine, OpenStack Swift with its S3 door, without
 * root and without installing anything. Prints what to export, then runs until it is interrupted.
 */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createBucket } from './s3-server/create-bucket.ts';
import { runSwift } from './s3-server/run-swift.ts';
import { accessKeyId, portsFrom, secretAccessKey, writeSettings } from './s3-server/swift-settings.ts';
import { unpackSwift } from './s3-server/unpack-swift.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: '.gondola/s3-server' },
    port: { type: 'string', default: '8085' },
  },
});
const folder = resolve(values.folder);
const ports = portsFrom(Number(values.port));
const bucket = 'gondola';

const say = (message: string) => console.error(message);
const swift = await unpackSwift(`${folder}/debian`, say);
await writeSettings(folder, ports, swift, userInfo().username);
const servers = await runSwift(folder, ports, swift);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => servers.stop());
try {
  await createBucket(ports.proxy, bucket);
  console.log(`export AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey}
export GONDOLA_TEST_S3='s3://${bucket}/tests?region=us-east-1&endpoint=http://127.0.0.1:${ports.proxy}&forcePathStyle=1'`);
  say(`The server runs; its log is ${folder}/log. End it with Ctrl-C.`);
} catch (error) {
  servers.stop();
  throw error;
}
const broken = await servers.ended;
if (broken) {
  say(`${broken} ended by itself; see ${folder}/log`);
  process.exitCode = 1;
}
