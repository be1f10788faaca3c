import { good4, good6, type World } from './world.ts';

/** One attempt to reach an internal address. Each must be refused for good, without a connection. */
export interface Vector {
  name: string;
  address: string;
  /** Answers of the resolver in turn, the last of them repeated, in addition to its fixed names. */
  answers?: Record<string, string[][]>;
  allowedHosts?: string[];
}

/** Spellings of hosts; all are addresses from which no photo is fetched. */
const hosts = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.8.9.10',
    '127.0.0.1.',
    '2130706433',
    '017700000001',
    '0x7f000001',
  ],
  ...['0x7f.0.0.1', '0177.0.0.1', '0x7f.1', '0177.0.0x0.1', '１２７.０.０.１', '①②⑦.⓪.⓪.①', '127。0。0。1'],
  ...[
    '%31%32%37.0.0.1',
    '0.0.0.0',
    '0',
    '0x0',
    '10.0.0.1',
    '0xa.1',
    '172.16.5.4',
    '172.31.255.254',
    '192.168.1.1',
  ],
  // Addresses of cloud metadata services: link-local, Alibaba, Oracle, Azure, EKS, Tencent.
  ...[
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '169.254.170.2',
    '169.254.170.23',
  ],
  ...['169.254.0.23', '100.100.100.200', '192.0.0.192', '168.63.129.16', '0xa83f8110', '100.64.0.1'],
  ...[
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '192.88.99.1',
    '224.0.0.1',
    '239.255.255.250',
  ],
  ...['240.0.0.1', '255.255.255.255', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]'],
  ...['[::ffff:7f00:1]', '[::ffff:169.254.169.254]', '[::127.0.0.1]', '[::a9fe:a9fe]', '[64:ff9b::7f00:1]'],
  ...['[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]'],
  ...['[2001:0:7f00:1::1]', '[2001:0:4136:e378:8000:63bf:80ff:fffe]', '[fc00::1]', '[fd00:ec2::254]'],
  ...[
    '[fd00:ec2::23]',
    '[fd20:ce::254]',
    '[fe80::1]',
    '[fe80::1%25lo]',
    '[fec0::1]',
    '[ff02::1]',
    '[2001:db8::1]',
  ],
  ...['[3fff::1]', '[5f00::1]', '[100::1]', '[4000::1]'],
  // Denied by the operator: see the rules of this drill.
  ...['52.94.0.7', '[2600:beef::1]'],
];

const names: Record<string, string[]> = {
  'loopback.test': ['127.0.0.1'],
  'loopback6.test': ['::1'],
  'private.test': ['10.1.2.3'],
  'metadata.google.internal': ['169.254.169.254'],
  'azure.test': ['168.63.129.16'],
  'unique-local.test': ['fd00:ec2::254'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'nat64.test': ['64:ff9b::7f00:1'],
  'six-to-four.test': ['2002:7f00:1::'],
  'unspecified.test': ['0.0.0.0'],
  'denied.test': ['52.94.0.7'],
  '127.0.0.1.nip.test': ['127.0.0.1'],
  // Some resolvers know these names, others ask the network.
  'localhost.': ['127.0.0.1'],
  'photos.localhost': ['127.0.0.1'],
  // As a resolver returns a chain of CNAMEs: the addresses at its end.
  'photos.cdn.test': ['192.168.0.10'],
  'mixed.test': [good4, '127.0.0.1'],
  'mixed-other-order.test': ['127.0.0.1', good4],
  'mixed-families.test': [good6, '10.1.2.3'],
};

export function vectorsIn(world: World): Vector[] {
  const { good, inside } = world;
  const at = (host: string) => `http://${host}${inside}/photo.jpg`;
  const redirects: [name: string, to: string, status?: number][] = [
    ['loopback', at('127.0.0.1'), 301],
    ['loopback, decimal', at('2130706433'), 303],
    ['loopback, IPv6', at('[::1]'), 307],
    ['no scheme', `//127.0.0.1${inside}/`, 308],
    ['backslashes', `\\\\127.0.0.1${inside}\\`],
    ['slash and backslash', `/\\127.0.0.1${inside}/`],
    ['metadata', at('169.254.169.254')],
    ['a name with an internal address', at('loopback.test')],
    ['localhost', at('localhost')],
    ['another scheme of loopback', 'https://127.0.0.1/'],
    ['another port', `http://good.test:${world.otherPort}/`],
    ['credentials', good.replace('://', '://user:secret@')],
    ['file', 'file:///etc/passwd'],
    ['ftp', 'ftp://127.0.0.1/photo.jpg'],
    ['gopher', `gopher://127.0.0.1:${world.otherPort}/_INFO`],
    ['data', 'data:image/png;base64,iVBORw0KGgo='],
    ['four hops', `${good}/hops/3`],
    ['three hops, then an internal address', `${good}/hops/1?then=${encodeURIComponent(at('127.0.0.1'))}`],
  ];
  const forms = [
    `http://user:secret@good.test/`,
    at('good.test@127.0.0.1'),
    `http://127.0.0.1@good.test/`,
    `http:\\\\127.0.0.1${inside}\\photo.jpg`,
    `http:/127.0.0.1${inside}/`,
    `http:127.0.0.1${inside}`,
    `http:////127.0.0.1${inside}/`,
    `http://127.0.0.1${inside}\\@good.test/`,
    `ht\ntp://127.0.0.1${inside}/`,
    `http://127.0.\t0.1${inside}/`,
    `  http://127.0.0.1${inside}/  `,
    `HTTP://127.0.0.1${inside}/`,
    `hTTp://LOCALHOST${inside}/`,
    ...[at('localhost'), '//127.0.0.1/', '127.0.0.1', ''],
    ...['https://127.0.0.1/', 'https://[::1]/', 'https://loopback.test/', 'https://good.test:80/'],
    ...[22, 443, 6379, 8080].map((port) => `http://good.test:${port}/`),
    ...['ftp://127.0.0.1/', 'file:///etc/passwd', 'gopher://127.0.0.1:6379/_INFO', 'ws://127.0.0.1/'],
    ...[
      'dict://127.0.0.1:6379/info',
      'javascript:1',
      `blob:http://127.0.0.1${inside}/`,
      'unix:/var/run/docker.sock',
    ],
  ];
  const redirectTo = (to: string, status = 302) =>
    `${good}/to?status=${status}&location=${encodeURIComponent(to)}`;
  return [
    ...hosts.map((host) => ({ name: `host ${host}`, address: at(host) })),
    ...Object.keys(names).map((host) => ({ name: `name ${host}`, address: at(host) })),
    ...forms.map((address) => ({ name: `form ${JSON.stringify(address)}`, address })),
    ...redirects.map(([name, to, status]) => ({
      name: `redirect to ${name}`,
      address: redirectTo(to, status),
    })),
    {
      name: 'redirect to a host that is not in the list of allowed ones',
      address: redirectTo(`${good.replace('good.test', 'other.test')}/photo.jpg`),
      allowedHosts: ['good.test'],
    },
    {
      name: 'a host that is not allowed',
      address: at('other.test'),
      allowedHosts: ['good.test', '*.good.test'],
    },
  ];
}

/** The fixed names of this drill's resolver. */
export const knownNames: Record<string, string[]> = {
  ...names,
  'good.test': [good4],
  'good6.test': [good6],
  'other.test': [good4],
};
