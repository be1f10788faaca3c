import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Far from the product's own ports, so that the tests run beside a running instance.
const ports = { web: 3177, api: 4177, metrics: 9577 };

/** Playwright loads its config in several processes; the environment passes on the choice of the first one. */
function chosenOnce(name: string, choose: () => string): string {
  const value = process.env[name] ?? choose();
  process.env[name] = value;
  return value;
}

const password = chosenOnce('E2E_PASSWORD', () => randomBytes(12).toString('base64url'));
const dataDir = chosenOnce('E2E_DATA_DIR', () => mkdtempSync(join(tmpdir(), 'gondola-e2e-data-')));

/** Starts the instance under test, with its own database and data and without simulated stores. */
export const instance = {
  webUrl: `http://localhost:${ports.web}`,
  apiUrl: `http://127.0.0.1:${ports.api}`,
  password,
  dataDir,
  env: {
    GONDOLA_DATA_DIR: dataDir,
    DEMO_PASSWORD: password,
    PORT_WEB: String(ports.web),
    PORT_API: String(ports.api),
    PORT_METRICS: String(ports.metrics),
    DATABASE_URL: '',
    QUALITY_RETRY_BASE_SECONDS: '3600',
    // Two browsers at a time sign in from one address.
    SIGN_IN_TRIES_PER_MINUTE: '300',
  },
};
