// Which process it was. Its number alone does not tell: numbers are used again, and a killed process that nobody has
// reaped still has its own. Elsewhere than on Linux the number is all there is.

import { readFileSync } from 'node:fs';

/** A process, told from any other that has its number at another time. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in ticks since boot; null where the system does not tell. */
  readonly startTicks: string | null;
  /** Which boot of which machine; null where the system does not tell. */
  readonly bootId: string | null;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startTicks: readStat(process.pid)?.startTicks ?? null, bootId: readBootId() };
}

/** True while exactly that process runs here. */
export function isRunning({ pid, startTicks, bootId }: ProcessIdentity): boolean {
  const ownBootId = readBootId();
  if (bootId !== null && ownBootId !== null && bootId !== ownBootId) return false;
  const canRead = readStat(process.pid) !== null;
  if (!canRead) return answersSignals(pid);
  const stat = readStat(pid);
  if (stat === null || ['Z', 'X', 'x'].includes(stat.state)) return false;
  return startTicks === null || stat.startTicks === startTicks;
}

function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** Fields 3 and 22 of Linux's account; the name before them may hold spaces and brackets. */
function readStat(pid: number): { state: string; startTicks: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
  } catch {
    return null;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
