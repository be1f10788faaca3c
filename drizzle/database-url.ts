/**
 * Returns the URL if every part of Gondola can connect with it.
 * @throws in words that name DATABASE_URL and show a right one, without the password.
 */
export function checkDatabaseUrl(url: string): string {
  const parsed = URL.parse(url);
  const isPostgres = parsed !== null && /^postgres(ql)?:$/.test(parsed.protocol);
  // "postgres:///name?host=/folder" and "postgres://%2Ffolder/name" name the folder of a socket.
  if (isPostgres && parsed.pathname.length > 1) return url;
  throw new Error(
    `DATABASE_URL ${isPostgres ? 'names no database' : 'is no address of a Postgres database'}: ${withoutPassword(url)}\n` +
      'It looks like postgres://USER:PASSWORD@HOST:5432/DATABASE, or postgres:///DATABASE?host=/FOLDER-OF-THE-SOCKET&user=USER. ' +
      'In user and password, the characters @ : / ? # and % are written as %40 %3A %2F %3F %23 and %25.',
  );
}

const withoutPassword = (url: string): string => url.replace(/:[^/@]*@/, ':...@').slice(0, 120);
