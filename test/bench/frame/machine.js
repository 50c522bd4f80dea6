import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { arch, platform, version } from 'node:process';

/** The machine in one line. */
export function machine() {
  const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return [processor, memory, `${platform} ${arch}`, `Node ${version}`].join(', ');
}

/** How much is going on; above the number of cores others are running beside. */
export function load() {
  return `load ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
