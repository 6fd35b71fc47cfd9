// CPU time taken from this machine by its host, where Linux tells.

import { readFile } from 'node:fs/promises';

/** Jiffies since boot: all of them, and those stolen by the host. Null elsewhere than on Linux. */
export async function readSteal(): Promise<{ total: number; steal: number } | null> {
  const text = await readFile('/proc/stat', 'utf8').catch(() => '');
  const fields = /^cpu\s+(.+)$/m.exec(text)?.[1]?.split(/\s+/).map(Number);
  if (!fields || fields.length < 8) return null;
  const counted = fields.slice(0, 8);
  return { total: counted.reduce((sum, jiffies) => sum + jiffies, 0), steal: counted[7] ?? 0 };
}
