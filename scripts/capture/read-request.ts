import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type PlanogramFileFormat, planogramFileFormats } from '@gondola/pipeline/planogram';

export interface CaptureRequest {
  photoFile: string;
  planogramFile: string;
  /** Null: told by how the file begins. */
  format: PlanogramFileFormat | null;
  /** Which planogram of a file that holds several. */
  planogramName: string | null;
  productsDir: string | null;
  annotateFile: string | null;
  json: boolean;
  /** A running instance, or null: a temporary one is started. */
  apiUrl: string | null;
  person: { email: string; password: string } | null;
}

export const usage = `npm run capture -- --photo FILE --planogram FILE [--format ${planogramFileFormats.join('|')}]
    [--planogram-name NAME] [--products DIR] [--tier 3] [--annotate OUT.png] [--json] [--api URL]

--format    without it the file tells by how it begins
--planogram-name  which planogram, where the file holds several
--products  reference images; a file's name is its product's SKU, GTIN or name
--api       a running instance (GONDOLA_EMAIL and GONDOLA_PASSWORD name an admin of it); without, one is started for the run`;

/** Any address that `npm start` prints will do: of the web app, or of GraphQL. */
const originOf = (address: string): string | undefined => {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
};

/** Reads the command line; every problem is told before anything is started. */
export function readRequest(args: string[]): CaptureRequest | { problem: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        photo: { type: 'string' },
        planogram: { type: 'string' },
        format: { type: 'string' },
        'planogram-name': { type: 'string' },
        products: { type: 'string' },
        tier: { type: 'string', default: '3' },
        annotate: { type: 'string' },
        json: { type: 'boolean', default: false },
        api: { type: 'string' },
      },
    });
    const { photo, planogram, products } = values;
    if (!photo || !planogram) return { problem: 'A photo and a planogram are needed.' };
    const missing = [photo, planogram, products].find((path) => path !== undefined && !existsSync(path));
    if (missing) return { problem: `There is no ${missing}.` };
    const format = planogramFileFormats.find((name) => name === values.format) ?? null;
    if (values.format !== undefined && format === null)
      return {
        problem: `${values.format} is not a format that can be read: ${planogramFileFormats.join(', ')}.`,
      };
    if (values.tier !== '3') return { problem: `Tier ${values.tier} is not configured here; tier 3 is.` };
    const email = process.env.GONDOLA_EMAIL;
    const password = process.env.GONDOLA_PASSWORD;
    if (values.api && !(email && password))
      return { problem: 'With --api, GONDOLA_EMAIL and GONDOLA_PASSWORD say who hands the photo in.' };
    const apiUrl = values.api === undefined ? null : originOf(values.api);
    if (apiUrl === undefined)
      return { problem: `--api ${values.api} is no address: http://localhost:4000 is one.` };
    return {
      photoFile: photo,
      planogramFile: planogram,
      format,
      planogramName: values['planogram-name'] ?? null,
      productsDir: products ?? null,
      annotateFile: values.annotate ?? null,
      json: values.json,
      apiUrl,
      person: email && password ? { email, password } : null,
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
