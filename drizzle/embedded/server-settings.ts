export type Durability = 'safe' | 'test';

/** Server settings that differ from Postgres's own, as `-c` arguments. */
export function settings(port: number, durability: Durability): string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // TCP only: a socket's path may be at most 107 bytes, and a data directory may lie deep.
    unix_socket_directories: '',
    // api, workers, simulator and several test processes, each with a pool of 10.
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
