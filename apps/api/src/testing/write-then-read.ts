import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * Sends a request as the plainest clients do: all of its body is written before anything of the answer is read.
 * Returns the answer as it came. Rejects with the socket's error when the connection breaks before.
 */
export async function writeThenRead(
  url: string,
  { method, headers = {} }: { method: string; headers?: Record<string, string> },
  body: { byteLength: number; chunked?: boolean },
): Promise<string> {
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.pause();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  socket.on('error', broken.reject);

  const framing = body.chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.byteLength}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write(
    `${[`${method} ${pathname}${search} HTTP/1.1`, `Host: ${hostname}`, framing, ...lines].join('\r\n')}\r\n\r\n`,
  );
  const piece = Buffer.alloc(64 * 1024, 1);
  for (let left = body.byteLength; left > 0; left -= piece.length) {
    const bytes = piece.subarray(0, left);
    const sent = body.chunked
      ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
      : bytes;
    if (!socket.write(sent)) await Promise.race([once(socket, 'drain'), broken.promise]);
  }
  if (body.chunked) socket.write('0\r\n\r\n');
  const answer = await Promise.race([readAnswer(socket), broken.promise]);
  socket.destroy();
  return answer;
}

/** Reads as many bytes as the answer says that it has, or to the end of the connection. */
async function readAnswer(socket: Socket): Promise<string> {
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    const [, length, body] = /^content-length: (\d+)\r\n.*?\r\n\r\n(.*)/ims.exec(answer) ?? [];
    if (body !== undefined && body.length >= Number(length)) break;
  }
  return answer;
}
