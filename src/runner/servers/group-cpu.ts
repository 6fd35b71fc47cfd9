// CPU time of a server's processes, to the nanosecond where Linux tells: the ticks of `stat`, ten milliseconds each, are
// longer than many a batch.

import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of a process and all that descends from it, so far, in milliseconds; null where the system does not tell. */
export function groupCpuMs(pid: number): number | null {
  try {
    return familyMs(pid);
  } catch {
    return null;
  }
}

function familyMs(pid: number): number {
  let sumMs = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [ranNs = ''] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1);
    sumMs += Number(ranNs) / 1e6;
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean);
    for (const child of children) sumMs += familyMs(Number(child));
  }
  return sumMs;
}
