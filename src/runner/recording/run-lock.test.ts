// Who may have a journal. The holders are real processes: running, killed, killed and not reaped, or strangers that were
// given the number of one that is gone.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isRunning, ownIdentity } from './process-identity.ts';
import { RunLock } from './run-lock.ts';

// A full disk makes the file, and then has no room for its text.
const disk = vi.hoisted(() => ({ isFull: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    writeFileSync: (path: string, text: string) => {
      fs.writeFileSync(path, disk.isFull ? '' : text);
      if (disk.isFull) throw new Error('ENOSPC: no space left on device, write');
    },
  };
});
afterEach(() => {
  disk.isFull = false;
});

let folder = '';
let journal = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  journal = join(folder, '.journal-1.jsonl');
  lock = join(folder, '.lock-journal-1.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(command: string, args: string[]): ChildProcess {
  const child = spawn(command, args);
  children.push(child);
  return child;
}

/** The start time of a process, as the kernel tells it. */
function startTicksOf(pid: number | undefined): string | undefined {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
}

describe('the lock of a run', () => {
  it('is there from the first moment, for one, and gone afterwards', () => {
    const held = RunLock.take(journal);
    expect(readdirSync(folder)).toEqual(['.lock-journal-1.jsonl']);
    expect(() => RunLock.take(journal)).toThrow(
      expect.objectContaining({
        code: 'USAGE',
        message: expect.stringContaining(`${process.pid}, journal ${journal}`),
      }),
    );
    held.release();
    expect(readdirSync(folder)).toEqual([]);
    RunLock.take(journal).release();
  });

  it('is held by a process that runs, and not by one that was killed', async () => {
    const holder = start('sleep', ['60']);
    const identity = { pid: holder.pid ?? 0, startTicks: startTicksOf(holder.pid), bootId: ownIdentity().bootId };
    writeFileSync(lock, JSON.stringify(identity));
    expect(() => RunLock.take(journal)).toThrow(`process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    RunLock.take(journal).release();
  });

  it('is not held by a stranger that was given the same number', () => {
    const stranger = start('sleep', ['60']);
    writeFileSync(lock, JSON.stringify({ pid: stranger.pid, startTicks: '1', bootId: ownIdentity().bootId }));
    RunLock.take(journal).release();
  });

  it('is not held since before this boot', () => {
    writeFileSync(lock, JSON.stringify({ ...ownIdentity(), bootId: 'another' }));
    RunLock.take(journal).release();
  });

  it('is not held by a killed process that nobody has reaped', async () => {
    // A shell that starts a process, becomes one that never asks for its children, and so never reaps it.
    const parent = start('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    const pid = Number(String(line).trim());
    // As long as it is the shell it would reap.
    await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim()).toBe('sleep');
    const holder = { pid, startTicks: startTicksOf(pid) ?? '', bootId: ownIdentity().bootId };
    expect(isRunning(holder)).toBe(true);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => isRunning(holder)).toBe(false);
    expect(() => process.kill(pid, 0)).not.toThrow();
  });

  it('is taken over from what is no lock at all', () => {
    for (const text of ['', '{', '{"pid":"x"}', 'null']) {
      writeFileSync(lock, text);
      RunLock.take(journal).release();
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind where there is no room for it', () => {
    disk.isFull = true;
    expect(() => RunLock.take(journal)).toThrow('ENOSPC');
    expect(readdirSync(folder)).toEqual([]);
  });
});
