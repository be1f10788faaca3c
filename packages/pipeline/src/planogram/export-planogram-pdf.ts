import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Suggested } from './formats/planogram-format.ts';
import type { Planogram } from './model.ts';

const drawPdf = fileURLToPath(new URL('draw-pdf.ts', import.meta.url));
/** A bay of 5,000 positions takes a few seconds. */
const maxMs = 30_000;

/**
 * Writes the plan as one page of A3, drawn as a picture with the fonts of this machine, in a process of its own.
 * @throws Error on a machine without fonts, where the plan would have no text, and after 30 s.
 */
export async function exportPlanogramPdf(
  planogram: Planogram,
  identity: Suggested = {},
): Promise<Uint8Array> {
  const child = spawn(process.execPath, [drawPdf], { stdio: 'pipe', timeout: maxMs, killSignal: 'SIGKILL' });
  // A child that ended early says why on its standard error.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify({ planogram, identity }));
  const [file, words, [code]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(`the drawing failed: ${words.trim() || 'it took too long'}`);
  return file;
}
