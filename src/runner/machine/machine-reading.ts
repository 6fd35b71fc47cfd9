// What the counters of this machine say at one moment: CPU time of everybody, and of the runner with all that it started.
// Whoever is in the family is found in its tree, so that workers, servers and what a scenario starts are ours without
// anybody keeping a list; a process that ends leaves its time with the one that waited for it.

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Linux counts CPU time in hundredths of a second here. */
const MS_PER_TICK = 10;

/** Times in milliseconds. */
export interface MachineReading {
  readonly atMs: number;
  /** Null where the system does not tell. */
  readonly cpu: {
    /** CPU time that somebody used, and that the host gave to others, on the cores that this process may use. */
    readonly usedMs: number;
    /** The part of it that the runner used, with all that descends from it. */
    readonly ownMs: number;
  } | null;
}

/** Reads the counters of a machine. */
export type ReadMachine = () => MachineReading;

/** Reads the counters of this one, in a tenth of a millisecond. */
export function readMachine(): MachineReading {
  return { atMs: performance.now(), cpu: readCpu() };
}

// A quota shows as fewer cores than the system lists: what others used of all of those says nothing about our share.
function readCpu(): MachineReading['cpu'] {
  try {
    const allowed = cpusOf(readFileSync('/proc/self/status', 'utf8'));
    if (allowed.size !== availableParallelism()) return null;
    return { usedMs: usedMsOf(readFileSync('/proc/stat', 'utf8'), allowed), ownMs: familyMs(process.pid) };
  } catch {
    return null;
  }
}

/** The numbers of the CPUs that a process may run on, from its status. Throws where they do not stand there. */
export function cpusOf(status: string): ReadonlySet<number> {
  const list = /^Cpus_allowed_list:\s*([\d,-]+)$/m.exec(status)?.[1];
  if (list === undefined) throw new Error('no list of CPUs');
  const ranges = list.split(',').map((range) => range.split('-').map(Number));
  return new Set(
    ranges.flatMap(([first = 0, last = first]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  );
}

/** CPU time that these CPUs did not idle away since boot, that taken by the host included. */
export function usedMsOf(stat: string, cpus: ReadonlySet<number>): number {
  let ticks = 0;
  for (const [, cpu, counters = ''] of stat.matchAll(/^cpu(\d+) (.+)$/gm)) {
    if (!cpus.has(Number(cpu))) continue;
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = counters.split(' ').map(Number);
    ticks += user + nice + system + irq + softirq + steal;
  }
  return ticks * MS_PER_TICK;
}

function familyMs(pid: number): number {
  const own = cpuMsOf(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return children.reduce((sumMs, child) => sumMs + memberMs(Number(child)), own);
}

// One that has ended since its parent was asked counts from the next reading on, with its parent.
function memberMs(pid: number): number {
  try {
    return familyMs(pid);
  } catch {
    return 0;
  }
}

/** CPU time of a process and of its ended children, from its `stat` file; its name may hold anything. */
export function cpuMsOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0) * MS_PER_TICK;
}
