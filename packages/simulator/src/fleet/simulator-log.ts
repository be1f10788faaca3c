/** The part of a log that the simulator uses; pino fits, and so does `writeLog`. */
export interface SimulatorLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const silentLog: SimulatorLog = { info: () => {}, warn: () => {}, error: () => {} };

/** Creates a log of JSON lines with pino's level numbers, the format of the other processes. */
export function writeLog(stream: NodeJS.WritableStream): SimulatorLog {
  const line = (level: number) => (facts: object, msg: string) => {
    stream.write(`${JSON.stringify({ level, time: Date.now(), name: 'simulator', ...facts, msg })}\n`);
  };
  return { info: line(30), warn: line(40), error: line(50) };
}
