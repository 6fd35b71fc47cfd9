// How many cores others used while a round was measured. Ticks of ten milliseconds tell little of a short round, so that
// its figure reaches back over the rounds before it. What is done about it is decided from the figures of all rounds,
// never from the times of an arm.

import { type MachineReading, type ReadMachine, readMachine } from './machine-reading.ts';

/** Over this long, readings of an undisturbed machine of two cores stay within 0.1 core. */
const SHORTEST_WINDOW_MS = 250;

export class MachineWatch {
  readonly #read: ReadMachine;
  /** The last that is old enough to begin a window, and all after it. */
  #readings: MachineReading[] = [];

  constructor(read: ReadMachine = readMachine) {
    this.#read = read;
  }

  /** Reads the counters: a round begins, or something of ours has ended that may stand before one. */
  mark(): void {
    const now = this.#read();
    this.#forgetBefore(now.atMs - SHORTEST_WINDOW_MS);
    this.#readings.push(now);
  }

  /**
   * Cores that others used since the last mark, or over a quarter of a second where that is longer; null where the system
   * does not tell, and before there is a quarter of a second to look at.
   */
  foreignCores(): number | null {
    const to = this.#read();
    const beganMs = this.#readings.at(-1)?.atMs ?? to.atMs;
    const latestMs = Math.min(beganMs, to.atMs - SHORTEST_WINDOW_MS);
    this.#forgetBefore(latestMs);
    const [from] = this.#readings;
    this.#readings.push(to);
    if (from === undefined || from.atMs > latestMs || !from.cpu || !to.cpu) return null;
    const othersMs = to.cpu.usedMs - from.cpu.usedMs - (to.cpu.ownMs - from.cpu.ownMs);
    return Math.max(0, othersMs) / (to.atMs - from.atMs);
  }

  #forgetBefore(latestMs: number): void {
    const at = this.#readings.findLastIndex(({ atMs }) => atMs <= latestMs);
    if (at > 0) this.#readings = this.#readings.slice(at);
  }
}
