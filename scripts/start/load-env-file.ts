import { existsSync } from 'node:fs';
import { join } from 'node:path';

const envFile = join(import.meta.dirname, '../../.env');

/** Reads `.env` of the repository into the environment, as Docker Compose does. What the environment has already counts more. */
export function loadEnvFile(file = envFile): void {
  if (existsSync(file)) process.loadEnvFile(file);
  // A line without a value, as in a copy of .env.example, means unset.
  for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
}
