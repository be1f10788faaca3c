/** How a proxy treats requests below a path. */
export interface ProxyRule {
  /** Prefix of the path. */
  path: string;
  maxBodyBytes: number;
  /** True: the proxy reads a whole body before it forwards the request. */
  buffersRequests: boolean;
  /** Request headers as nginx sets them, with its variables. */
  headers: Record<string, string>;
}

/** nginx's own default. */
const defaultMaxBody = '1m';

/** Reads the rules of the first nginx example in a document. @throws when there is none, or a directive is not known. */
export function readNginxExample(markdown: string): ProxyRule[] {
  const example = /^```nginx\n([\s\S]*?)^```/m.exec(markdown)?.[1];
  if (example === undefined) throw new Error('The document has no nginx example.');
  const text = example.replaceAll(/#.*$/gm, '');
  const locations = [...text.matchAll(/location\s+(\S+)\s*\{([^}]*)\}/g)];
  const ofServer = directivesOf(
    text.replaceAll(/location\s+\S+\s*\{[^}]*\}/g, '').replaceAll(/server\s*\{|\}/g, ''),
  );
  return locations.map(([, path = '/', body = '']) => {
    const own = directivesOf(body);
    const one = (name: string) => (own.get(name) ?? ofServer.get(name))?.[0];
    return {
      path,
      maxBodyBytes: bytesOf(one('client_max_body_size') ?? defaultMaxBody),
      buffersRequests: one('proxy_request_buffering') !== 'off',
      // As in nginx, a location with headers of its own inherits none.
      headers: Object.fromEntries(
        (own.get('proxy_set_header') ?? ofServer.get('proxy_set_header') ?? []).map(pairOf),
      ),
    };
  });
}

const known = new Set([
  ...['listen', 'server_name', 'ssl_certificate', 'ssl_certificate_key', 'proxy_pass', 'proxy_http_version'],
  ...[
    'client_max_body_size',
    'proxy_request_buffering',
    'proxy_set_header',
    'proxy_read_timeout',
    'proxy_buffering',
  ],
]);

function directivesOf(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = '', value = ''] of text.matchAll(/([a-z_]+)\s+([^;]*);/g)) {
    if (!known.has(name)) throw new Error(`The proxy of the tests does not know the directive ${name}.`);
    found.set(name, [...(found.get(name) ?? []), value.trim()]);
  }
  return found;
}

const pairOf = (text: string): [string, string] => {
  const [name = '', value = ''] = text.split(/\s+/, 2);
  return [name, value.replaceAll('"', '')];
};

function bytesOf(size: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([km]?)$/.exec(size) ?? [];
  if (digits === '') throw new Error(`The size ${size} cannot be read.`);
  return Number(digits) * { '': 1, k: 1024, m: 1024 * 1024 }[unit as '' | 'k' | 'm'];
}
