import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Service {
  image?: string;
  build?: string;
  user?: string;
  command?: string[];
  working_dir?: string;
  environment?: Record<string, string | null>;
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number; start_period: string };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  restart?: string;
  stop_grace_period?: string;
}

export interface ComposeFile {
  name: string;
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

/** Reads a Compose file of the repository as it is written, with its anchors and merges applied. */
export async function readCompose(file = 'docker-compose.yml'): Promise<ComposeFile> {
  const text = await readFile(join(import.meta.dirname, '../..', file), 'utf8');
  return parse(text, { merge: true }) as ComposeFile;
}

/**
 * Returns the file as Compose resolves it with the variables of `.env`: `${NAME}`, `${NAME:-default}` and `${NAME:?problem}`,
 * also in each other, are replaced. An environment entry without a value is taken from the variables, or left out.
 */
export function resolveCompose(file: ComposeFile, variables: Record<string, string>): ComposeFile {
  const resolved = JSON.parse(JSON.stringify(file), (_key, value: unknown) =>
    typeof value === 'string' ? interpolate(value, variables) : value,
  ) as ComposeFile;
  for (const service of Object.values(resolved.services)) {
    const entries = Object.entries(service.environment ?? {}).flatMap(([name, value]) => {
      const given = value ?? variables[name];
      return given === undefined ? [] : [[name, given] as const];
    });
    service.environment = Object.fromEntries(entries);
  }
  return resolved;
}

function interpolate(text: string, variables: Record<string, string>): string {
  // The innermost first: what it becomes holds no further reference.
  const innermost = /\$\{([A-Z0-9_]+)(?::([-?])([^${}]*))?\}/;
  let rest = text;
  for (let match = innermost.exec(rest); match; match = innermost.exec(rest)) {
    const [whole, name = '', operator, word = ''] = match;
    const given = variables[name] ?? '';
    if (given === '' && operator === '?') throw new Error(`required variable ${name} is missing: ${word}`);
    rest = rest.replace(whole, () => given || (operator === '-' ? word : ''));
  }
  return rest;
}
