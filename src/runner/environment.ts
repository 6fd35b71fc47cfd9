// Where a run took place. Facts only; nothing here is measured.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';
import type { Environment } from '../model/document/document.ts';

/** What decides whether two runs are of one machine. */
export function describeMachine(): Pick<Environment, 'runtime' | 'cpuModel' | 'coreCount'> {
  return {
    runtime: `node ${process.versions.node}`,
    cpuModel: cpus()[0]?.model.trim() || 'unknown',
    coreCount: availableParallelism(),
  };
}

/** Describes this machine and the working folder. */
export async function describeEnvironment(): Promise<Environment> {
  return {
    ...describeMachine(),
    os: `${type()} ${release()} ${process.arch}`,
    memoryBytes: totalmem(),
    commit: await currentCommit(),
    ci: Boolean(process.env.CI),
    openFileLimit: await openFileLimit(),
  };
}

async function currentCommit(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', ['describe', '--always', '--dirty', '--abbrev=12']);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

/** Linux only: the soft limit, from the process's own limits file. */
async function openFileLimit(): Promise<number | null> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const found = /^Max open files\s+(\d+)/m.exec(limits);
  return found ? Number(found[1]) : null;
}
