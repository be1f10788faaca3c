export interface S3Location {
  bucket: string;
  /** Prefix of every object's name: empty, or ending in a slash. */
  prefix: string;
  /** Undefined uses the environment or the profile of the AWS SDK. */
  region: string | undefined;
  /** Address of a server other than Amazon's. */
  endpoint: string | undefined;
  /** Puts the bucket into the path instead of the host name, as most servers other than Amazon's require. */
  forcePathStyle: boolean;
}

const known = ['region', 'endpoint', 'forcePathStyle'];

/**
 * Reads `s3://bucket/prefix?region=...&endpoint=...&forcePathStyle=1`. Throws for other texts. The message does not repeat
 * the text, since it may hold credentials and messages are logged.
 */
export function readS3Spec(spec: string): S3Location {
  const url = URL.canParse(spec) ? new URL(spec) : null;
  if (url?.protocol !== 's3:') throw wrong('it does not read as an address');
  if (url.username || url.password) throw wrong(noCredentials);
  const { bucket, prefix } = { bucket: url.hostname, prefix: url.pathname.replace(/^\/+|\/+$/g, '') };
  if (url.port || url.hash) throw wrong('it has a port or a fragment; an endpoint is a parameter');
  // Amazon's rules, which other servers follow or extend.
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw wrong('the name of the bucket is not valid');
  if (!/^[\w./-]*$/.test(prefix) || prefix.split('/').some((part) => /^\.{1,2}$/.test(part)))
    throw wrong('the prefix may hold letters, digits and . _ - / only');
  for (const name of url.searchParams.keys())
    if (!known.includes(name)) throw wrong(`its parameters are ${known.join(', ')}, and ${noCredentials}`);
  const region = url.searchParams.get('region') || undefined;
  if (region !== undefined && !/^[a-z0-9-]+$/.test(region)) throw wrong('the region is not valid');
  return {
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    region,
    endpoint: readEndpoint(url.searchParams.get('endpoint')),
    forcePathStyle: readFlag(url.searchParams.get('forcePathStyle')),
  };
}

const noCredentials =
  'credentials are not taken from it: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role';

function readEndpoint(text: string | null): string | undefined {
  if (text === null || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.username || url?.password) throw wrong(noCredentials);
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw wrong('the endpoint is not an http or https address');
  return url.href;
}

function readFlag(text: string | null): boolean {
  if (text === null || text === '0' || text === 'false') return false;
  if (text === '1' || text === 'true') return true;
  throw wrong('forcePathStyle is 1 or 0');
}

const wrong = (what: string) =>
  new Error(
    `An S3 object store is named s3://bucket/prefix?region=...&endpoint=...&forcePathStyle=1; ${what}`,
  );
