import { setTimeout as sleep } from 'node:timers/promises';

/** One question to the API and what came back. */
export interface Ask {
  ordinal: number;
  /** The id that was answered; null when the connection broke, so that nobody knows what was done. */
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

/** A minute of silence: longer than any process takes to come back. */
const mostTries = 600;

/** Hands one payload in as a stubborn device does: at any process, again and again, until it has an id. */
export async function submitUntilAnswered({
  urls,
  key,
  ordinal,
  random,
  history,
}: Submission): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    const answer = await ask(url, key, ordinal);
    if (answer !== 'refused') history.push({ ordinal, ...(answer ?? { captureId: null, outcome: null }) });
    if (answer !== null && answer !== 'refused') return;
    await sleep(30 + random() * 70);
  }
  throw new Error(`payload ${ordinal} was not answered in ${mostTries} tries`);
}

/** Null when the connection broke in the middle; 'refused' when there was none. */
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

/** The row's id inside the API's global one. */
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
