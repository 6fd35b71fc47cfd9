// Ctrl-C at any moment: whatever runs ends with all that it started, and nothing is left behind.

import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isRunning } from '../runner/recording/process-identity.ts';
import { Ground } from './testing/ground.ts';

/** A git that says stop before, or while, it does a certain thing, and then goes on. */
function stoppingGit(ground: Ground, word: string): AbortController {
  const controller = new AbortController();
  const programs = ground.files('programs');
  const real = process.env.PATH?.split(':').find((folder) => existsSync(join(folder, 'git')));
  programs.write(
    'git',
    `#!/bin/sh\ncase " $* " in *" ${word} "*) touch '${flag()}'; sleep 60;; esac\nexec ${real}/git "$@"\n`,
  );
  chmodSync(programs.at('git'), 0o755);
  vi.stubEnv('PATH', `${programs.folder}:${process.env.PATH}`);
  void (async () => {
    while (!existsSync(join(ground.folder, 'reached'))) await new Promise((resolve) => setTimeout(resolve, 10));
    controller.abort();
  })();
  return controller;

  function flag() {
    return join(ground.folder, 'reached').replaceAll("'", "'\\''");
  }
}

describe('interrupted', () => {
  it('before it begins, it does nothing', async () => {
    const { ground, repo } = new Ground().twoVersions();
    expect(await ground.complaint(repo.folder, { signal: AbortSignal.abort() })).toMatch(/^INTERRUPTED: interrupted\n/);
    expect(ground.leftBehind).toEqual([]);
  });

  it.each(['rev-parse', 'status', 'worktree', 'ls-files'])(
    'while git does %s, it leaves nothing behind',
    async (word) => {
      const { ground, repo } = new Ground().twoVersions();
      const { signal } = stoppingGit(ground, word);
      // The same git removes what was made: it is not told to stop again.
      const complaint = ground.complaint(repo.folder, { base: 'HEAD^1', signal });
      signal.addEventListener('abort', () => vi.stubEnv('PATH', process.env.PATH?.replace(/^.*?programs:/, '') ?? ''));
      expect(await complaint).toMatch(/^INTERRUPTED: interrupted\n/);
      expect(ground.leftBehind).toEqual([]);
      expect(repo.git('worktree', 'list').split('\n')).toHaveLength(1);
    },
  );

  it('in the middle of a checkout, it leaves nothing behind', async () => {
    const { ground, repo } = new Ground().twoVersions();
    repo.write('.gitattributes', 'slow.txt filter=slow\n').write('slow.txt', 'slow').commit();
    const flag = join(ground.temporary, 'reached');
    repo.git('config', 'filter.slow.smudge', `touch '${flag.replaceAll("'", "'\\''")}'; sleep 60; cat`);
    const controller = new AbortController();
    const complaint = ground.complaint(repo.folder, { signal: controller.signal });
    while (!existsSync(flag)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ground.leftBehind).toHaveLength(1);
    controller.abort();
    expect(await complaint).toMatch(/^INTERRUPTED: interrupted\n/);
    expect(ground.leftBehind).toEqual([]);
    expect(repo.git('worktree', 'list').split('\n')).toHaveLength(1);
  });

  it('while packages are installed, it ends that with all that it started', async () => {
    const { ground, repo } = new Ground().twoVersions();
    const controller = new AbortController();
    let pids: number[] = [];
    const complaint = await ground.complaint(repo.folder, {
      base: 'HEAD^1',
      install: `trap '' TERM; sleep 60 & echo pids $$ $!; wait; sleep 60`,
      signal: controller.signal,
      onNote: (line) => {
        if (!line.startsWith('base: pids ')) return;
        pids = line.replace('base: pids ', '').split(' ').map(Number);
        controller.abort();
      },
    });
    expect(complaint).toMatch(/^INTERRUPTED: interrupted\n/);
    expect(pids).toHaveLength(2);
    expect(pids.filter((pid) => isRunning({ pid, startTicks: null, bootId: null }))).toEqual([]);
    expect(ground.leftBehind).toEqual([]);
  });

  it('later, it still closes', async () => {
    const { ground, repo } = new Ground().twoVersions();
    const controller = new AbortController();
    const trees = await ground.open(repo.folder, { base: 'HEAD^1', signal: controller.signal });
    controller.abort();
    await trees.close();
    expect(ground.leftBehind).toEqual([]);
    expect(repo.git('worktree', 'list').split('\n')).toHaveLength(1);
  });
});
