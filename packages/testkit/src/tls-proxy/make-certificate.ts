import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Certificate {
  cert: string;
  key: string;
  /** File that clients take as an authority (NODE_EXTRA_CA_CERTS). */
  certFile: string;
}

/** Makes a certificate for localhost, valid for a day, in a folder. Needs openssl. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const certFile = join(folder, 'proxy.pem');
  const keyFile = join(folder, 'proxy.key');
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = [
    '-days',
    '1',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
  ];
  await run('openssl', [...args, ...subject, '-keyout', keyFile, '-out', certFile]);
  return { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8'), certFile };
}
