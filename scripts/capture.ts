/** `npm run capture`: hands one photo in through the real API and prints what came of it. */
import { writeFile } from 'node:fs/promises';
import { describeError } from '@gondola/db/describe-error';
import { annotate } from './capture/annotate.ts';
import { handInPhoto } from './capture/hand-in-photo.ts';
import { type Instance, openInstance } from './capture/open-instance.ts';
import { printResult } from './capture/print-result.ts';
import { readRequest, usage } from './capture/read-request.ts';

const request = readRequest(process.argv.slice(2));
if ('problem' in request) {
  console.error(`${request.problem}\n\n${usage}`);
  process.exit(2);
}

const say = (message: string) => console.error(message);
let instance: Instance | undefined;
try {
  instance = await openInstance(request, say);
  const result = await handInPhoto(instance.client, request, say);
  if (request.annotateFile) {
    await writeFile(request.annotateFile, await annotate(request.photoFile, result));
    say(`annotated picture: ${request.annotateFile}`);
  }
  printResult(result, request.json);
  process.exitCode = result.state === 'SCORED' ? 0 : 1;
} catch (error) {
  say(describeError(error));
  process.exitCode = 1;
} finally {
  await instance?.close();
}
