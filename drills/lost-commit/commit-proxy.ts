import { connect, createServer, type Socket } from 'node:net';

export interface CommitProxy {
  /** The database's address through the proxy. */
  url: string;
  /** The number of cut replies to COMMIT; the database had executed each of these commits. */
  cuts(): number;
  stop(): Promise<void>;
}

/**
 * Runs a proxy between a process and Postgres. When `shouldCut` returns true, the proxy forwards a COMMIT, waits for
 * the database's answer, and then breaks the connection. The client cannot know whether the commit succeeded.
 */
export async function openCommitProxy(databaseUrl: string, shouldCut: () => boolean): Promise<CommitProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let cuts = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let awaitsLostReply = false;
    const close = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', close);
      socket.on('close', () => {
        sockets.delete(socket);
        close();
      });
    }
    const messages = commitFinder();
    client.on('data', (chunk) => {
      if (messages(chunk) && shouldCut()) awaitsLostReply = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!awaitsLostReply) return void client.write(chunk);
      cuts += 1;
      close();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('invariant: the proxy does not listen');
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(address.port) }).href,
    cuts: () => cuts,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Follows a client's messages and reports whether a chunk ends a COMMIT. Messages of the protocol are a type byte and a
 * length, except for the first, which has no type (PostgreSQL 18, chapter 54.7).
 */
function commitFinder(): (chunk: Buffer) => boolean {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    let found = false;
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return found;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return found;
      const message = rest.subarray(0, length);
      if (!isFirst && message[0] === 0x51 && /^commit\b/i.test(message.toString('latin1', 5))) found = true;
      rest = rest.subarray(length);
      isFirst = false;
    }
  };
}
