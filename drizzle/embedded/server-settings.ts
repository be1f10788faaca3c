export type Durability = 'safe' | 'test';

/** Setting of ours by which a client recognises the server that it started. */
export const tokenSetting = 'gondola.token';

/** Returns the server settings that differ from Postgres's defaults, as `-c` arguments. */
export function serverSettings(port: number, durability: Durability, token: string): string[] {
  const values: Record<string, string> = {
    [tokenSetting]: token,
    port: String(port),
    listen_addresses: '127.0.0.1',
    // TCP only: a socket's path may have at most 107 bytes, and the path of a data directory may be longer.
    unix_socket_directories: '',
    // API, workers, simulator and several test processes, each with a pool of 10.
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Local disks: random reads cost about as much as sequential ones.
    random_page_cost: '1.1',
    // Checkpoints by time rather than by volume while photos stream in.
    max_wal_size: '2GB',
    // The binaries come without LLVM.
    jit: 'off',
    ...(durability === 'test' && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
