// What is left of gates that were killed, and what is not theirs. The gates are real processes.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isRunning, ownIdentity } from '../../runner/recording/process-identity.ts';
import { Ground } from '../testing/ground.ts';

const GATE = fileURLToPath(new URL('../testing/killed-gate.ts', import.meta.url));

/** Starts a gate and waits for a line of it. */
async function gate(folder: string, asked: object, until: RegExp): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [GATE, JSON.stringify(asked)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) if (until.test(line)) return { child, line };
  throw new Error('the gate ended');
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function isGone(pid: number): Promise<boolean> {
  for (let turn = 0; turn < 250 && isRunning({ pid, startTicks: null, bootId: null }); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return !isRunning({ pid, startTicks: null, bootId: null });
}

describe('a gate that is killed', () => {
  it('leaves its trees to the next one, which lets those of a living one be', async () => {
    const { ground, repo } = new Ground().twoVersions();
    const { child } = await gate(repo.folder, { base: 'HEAD^1' }, /^open$/);
    const [place = ''] = ground.leftBehind;
    const beside = await ground.open(repo.folder, { base: 'HEAD^1' });
    expect(ground.notes).toEqual([]);
    expect(existsSync(join(ground.temporary, place, 'base', 'work.js'))).toBe(true);
    await killed(child);
    const next = await ground.open(repo.folder, { base: 'HEAD^1' });
    expect(ground.notes).toEqual([`removed ${join(ground.temporary, place)}, left behind by a gate that was killed`]);
    expect(ground.leftBehind).not.toContain(place);
    expect(ground.leftBehind).toHaveLength(2);
    await beside.close();
    await next.close();
    expect(ground.leftBehind).toEqual([]);
    expect(repo.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('does not leave its installation running', async () => {
    const { ground, repo } = new Ground().twoVersions();
    const install = 'sleep 60 & echo pids $$ $!; wait';
    const { child, line } = await gate(repo.folder, { base: 'HEAD^1', install }, /^base: pids/);
    await killed(child);
    for (const pid of line.replace('base: pids ', '').split(' ').map(Number)) expect(await isGone(pid)).toBe(true);
    await (await ground.open(repo.folder, { base: 'HEAD^1' })).close();
    expect(ground.leftBehind).toEqual([]);
  });
});

describe('a left-over', () => {
  /** Opens trees, and makes it look as if their gate had been killed, in one way or another. */
  async function leftOver(change: (place: string, owner: object) => void = () => {}) {
    const { ground, repo } = new Ground().twoVersions();
    await ground.open(repo.folder, { base: 'HEAD^1' });
    const place = join(ground.temporary, ground.leftBehind[0] ?? '');
    const owner = { ...JSON.parse(readFileSync(join(place, 'owner.json'), 'utf8')), startTicks: '1', bootId: null };
    writeFileSync(join(place, 'owner.json'), JSON.stringify(owner));
    change(place, owner);
    ground.notes.length = 0;
    const next = await ground.open(repo.folder, { base: 'HEAD^1' });
    await next.close();
    return { ground, repo, place, worktrees: repo.git('worktree', 'list').split('\n').length };
  }

  it('is told by its process, not by the number of it alone', async () => {
    expect(ownIdentity().startTicks).not.toBe('1');
    const { place, worktrees } = await leftOver();
    expect([existsSync(place), worktrees]).toEqual([false, 1]);
  });

  it('that git was still making is removed', async () => {
    const { place, repo, worktrees } = await leftOver((folder) => {
      rmSync(join(folder, 'base', '.git'));
      const entry = join(folder, '..', '..', 'the repo', '.git', 'worktrees', 'base');
      writeFileSync(join(entry, 'locked'), 'initializing');
      rmSync(join(entry, 'HEAD'));
    });
    expect([existsSync(place), worktrees]).toEqual([false, 1]);
    expect(existsSync(repo.at('.git', 'worktrees', 'base'))).toBe(false);
  });

  it('is found where git alone knows of it', async () => {
    const { place, worktrees } = await leftOver((folder) => {
      mkdirSync(join(folder, '..', 'another'));
      vi.stubEnv('TMPDIR', join(folder, '..', 'another'));
    });
    expect([existsSync(place), worktrees]).toEqual([false, 1]);
  });

  it('of which nothing is left but what git knows is removed after a day', async () => {
    const { worktrees } = await leftOver((folder) => {
      rmSync(folder, { recursive: true });
      const twoDaysAgo = Date.now() / 1_000 - 2 * 24 * 60 * 60;
      utimesSync(join(folder, '..', '..', 'the repo', '.git', 'worktrees', 'base', 'gitdir'), twoDaysAgo, twoDaysAgo);
    });
    expect(worktrees).toBe(1);
    const { worktrees: meanwhile } = await leftOver((folder) => rmSync(folder, { recursive: true }));
    expect(meanwhile).toBe(2);
  });

  it.each<[string, (place: string, owner: object) => void]>([
    [
      'of another repository',
      (place, owner) =>
        writeFileSync(join(place, 'owner.json'), JSON.stringify({ ...owner, repository: '/elsewhere' })),
    ],
    ['of nobody', (place) => rmSync(join(place, 'owner.json'))],
    ['of nobody who can be understood', (place) => writeFileSync(join(place, 'owner.json'), '{"pid":')],
  ])('%s stays', async (_, change) => {
    const { ground, place } = await leftOver(change);
    expect(existsSync(join(place, 'base', 'work.js'))).toBe(true);
    expect(ground.notes).toEqual([]);
  });

  it('that is the user’s own worktree stays, whatever its name', async () => {
    const { ground, repo } = new Ground().twoVersions();
    repo.git('worktree', 'add', '--quiet', '--detach', '../overlap-gate-mine/base');
    repo.git('worktree', 'add', '--quiet', '--detach', join(ground.temporary, 'overlap-gate-mine'));
    repo.git('worktree', 'add', '--quiet', '--detach', '../gone');
    renameSync(join(ground.folder, 'gone'), join(ground.folder, 'away'));
    repo.git('worktree', 'add', '--quiet', '--detach', '../overlap-gate-gone/other');
    rmSync(join(ground.folder, 'overlap-gate-gone'), { recursive: true });
    utimesSync(repo.at('.git', 'worktrees', 'other', 'gitdir'), 0, 0);
    await (await ground.open(repo.folder, { base: 'HEAD^1' })).close();
    expect(repo.git('worktree', 'list').split('\n')).toHaveLength(5);
    expect(existsSync(join(ground.folder, 'overlap-gate-mine', 'base', 'work.js'))).toBe(true);
    expect(existsSync(join(ground.temporary, 'overlap-gate-mine', 'work.js'))).toBe(true);
  });
});
