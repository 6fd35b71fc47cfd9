// What others did to this machine during one round, in shares of its time. The rule that drops a round sees only this,
// never which arm was slow.

import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { judgeRound } from '../../stats/series/contamination.ts';

/** Linux counts CPU time in hundredths of a second here. */
const MS_PER_TICK = 10;
/** Shorter rounds hold too few ticks to say anything. */
const SHORTEST_WINDOW_MS = 200;

/** What the machine's counters say at one moment. */
export interface MachineReading {
  readonly atMs: number;
  /** CPU time used by everybody, and stolen by the host; null where the system does not tell. */
  readonly cpu: { readonly busyMs: number; readonly stealMs: number } | null;
  readonly ownCpuMs: number;
}

/** Reads the counters of a machine. */
export type ReadMachine = () => Promise<MachineReading>;

export class MachineWindow {
  readonly #from: MachineReading;
  readonly #read: ReadMachine;

  private constructor(from: MachineReading, read: ReadMachine) {
    this.#from = from;
    this.#read = read;
  }

  static async open(read: ReadMachine = readMachine): Promise<MachineWindow> {
    return new MachineWindow(await read(), read);
  }

  /** Why the round since `open` must not count, or undefined. `childCpuMs` is what our own processes used in it. */
  async contamination(childCpuMs: number): Promise<string | undefined> {
    const to = await this.#read();
    const windowMs = to.atMs - this.#from.atMs;
    if (!to.cpu || !this.#from.cpu || windowMs < SHORTEST_WINDOW_MS) return undefined;
    const busyMs = to.cpu.busyMs - this.#from.cpu.busyMs;
    const ownMs = childCpuMs + to.ownCpuMs - this.#from.ownCpuMs;
    const decision = judgeRound({
      stealRatio: (to.cpu.stealMs - this.#from.cpu.stealMs) / (windowMs * availableParallelism()),
      foreignRunnable: Math.max(0, busyMs - ownMs) / windowMs,
    });
    return decision.keep ? undefined : decision.reason;
  }
}

async function readMachine(): Promise<MachineReading> {
  const text = await readFile('/proc/stat', 'utf8').catch(() => '');
  const ticks = /^cpu\s+(.+)$/m.exec(text)?.[1]?.split(/\s+/).map(Number) ?? [];
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = ticks;
  const own = process.cpuUsage();
  return {
    atMs: performance.now(),
    cpu:
      ticks.length < 8
        ? null
        : { busyMs: (user + nice + system + irq + softirq) * MS_PER_TICK, stealMs: steal * MS_PER_TICK },
    ownCpuMs: (own.user + own.system) / 1e3,
  };
}
