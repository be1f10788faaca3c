import { setTimeout as sleep } from 'node:timers/promises';

/** One request to the API and its answer. */
export interface Ask {
  ordinal: number;
  /** The id in the answer; null when the connection broke, so that the result is unknown. */
  captureId: string | null;
  outcome: string | null;
}

interface Submission {
  urls: readonly string[];
  key: string;
  ordinal: number;
  random(): number;
  history: Ask[];
}

const query = `mutation Submit($input: CaptureSubmitInput!) {
  captureSubmit(input: $input) { results { outcome capture { id } problems { code message } } }
}`;

/** Enough for a minute without answers, which is longer than any process needs to restart. */
const maxTries = 600;

/** Submits one payload repeatedly, to any process, until it gets an id. */
export async function submitUntilAnswered({
  urls,
  key,
  ordinal,
  random,
  history,
}: Submission): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++) {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    const answer = await ask(url, key, ordinal);
    if (answer !== 'refused') history.push({ ordinal, ...(answer ?? { captureId: null, outcome: null }) });
    if (answer !== null && answer !== 'refused') return;
    await sleep(30 + random() * 70);
  }
  throw new Error(`payload ${ordinal} was not answered in ${maxTries} tries`);
}

/** Returns null when the connection broke during the request, and 'refused' when there was no connection. */
async function ask(url: string, key: string, ordinal: number) {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables: { input: { captures: [payloadOf(ordinal)] } } }),
    });
    const body = (await response.json()) as {
      data?: { captureSubmit: { results: { outcome: string; capture: { id: string } | null }[] } };
    };
    const result = body.data?.captureSubmit.results[0];
    if (!result?.capture) throw new Error(`no id: ${JSON.stringify(body)}`);
    return { captureId: uuidIn(result.capture.id), outcome: result.outcome };
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    if (cause?.code === 'ECONNREFUSED') return 'refused' as const;
    if (cause !== undefined || error instanceof TypeError) return null;
    throw error;
  }
}

/** Returns the row's id from the API's global id. */
const uuidIn = (globalId: string) => Buffer.from(globalId, 'base64').toString().split(':')[1] ?? globalId;

const payloadOf = (ordinal: number) => ({
  schema_version: 1,
  store_id: '0421',
  aisle: `A${ordinal % 20}`,
  timestamp: new Date(Date.UTC(2026, 9, 1, 9, 0, ordinal)).toISOString(),
  device_mac: '3C:5A:B4:01:02:03',
  planogram_version: 'drill-2026-47',
  capture_resolution: '1080x1350',
  image_url: `https://photos.example/${ordinal}.jpg`,
  ordinal,
});
