/** Processor time of this process, in ms: a busy machine does not count as slow code. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
