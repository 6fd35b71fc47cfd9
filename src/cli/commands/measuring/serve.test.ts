// `serve` as a process: however it is ended, nothing lives on and nobody who was being answered is cut off.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Running, startOverlap } from '../../testing.ts';

function serve(...args: string[]): Running {
  const running = startOverlap(['serve', ...args]);
  onTestFinished(() => void running.process.kill('SIGKILL'));
  return running;
}

/** Living processes whose parent is `pid`. */
function childrenOf(pid: number | undefined): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => parentOf(each) === pid);
}

function parentOf(pid: number): number | null {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return state === 'Z' ? null : Number(parent);
  } catch {
    return null;
  }
}

async function firstChildOf(pid: number | undefined): Promise<number> {
  for (;;) {
    const [child] = childrenOf(pid);
    if (child !== undefined) return child;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function allGone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => parentOf(pid) !== null)) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe.runIf(process.platform === 'linux')('serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends on a %s that comes while the server starts', async (signal) => {
    const running = serve('--processes', '8');
    const server = await firstChildOf(running.process.pid);
    running.process.kill(signal);
    expect(await running.ended).toMatchObject({ code: 0, stdout: '' });
    await allGone([server]);
  });

  it('answers what is under way before it ends, however long the server may take for it', async () => {
    const running = serve();
    await running.seen('Ctrl-C stops it');
    const origin = /http:\S+(?=\/healthz)/.exec(running.output())?.[0];
    const answer = fetch(`${origin}/delay/1600`);
    for (let underWay = 0; underWay === 0; ) {
      underWay = ((await (await fetch(`${origin}/stats`)).json()) as { inFlightCount: number }).inFlightCount;
    }
    running.process.kill('SIGTERM');
    expect((await answer).status).toBe(200);
    expect((await running.ended).code).toBe(0);
  });

  it('takes its self-test along when it is killed', async () => {
    const running = serve('--selftest');
    const selftest = await firstChildOf(running.process.pid);
    const server = await firstChildOf(selftest);
    running.process.kill('SIGKILL');
    // They hold our end of its output: that it ends, and without a result, says that nobody worked on.
    expect((await running.ended).stdout).toBe('');
    await allGone([selftest, server]);
  });
});
