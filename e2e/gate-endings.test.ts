// How `overlap gate` ends when it is not left alone: stopped, killed, run twice at once, printing to nobody. Whatever happens,
// the exit code says what is known, and nothing is left in the repository, in the temporary folder, or running.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { NOTHING, Repository, type Running } from './gate/repository.ts';
import { PACKAGE, scenario, waitFor } from './gate/scenario-text.ts';
import { createProject, type Project } from './project.ts';

const BRIEFLY = ['--base', 'HEAD^1', '--strategy', 'sequential', '--margin', '25'];

let tool: Project;
beforeAll(async () => {
  tool = await createProject();
});

/** A regression, and a scenario that fails in head at its first task: bad news that takes one pair of processes. */
function repositoryOf(): Repository {
  const repository = new Repository(tool).commit({
    'package.json': PACKAGE,
    'work.scenario.js': scenario(),
    'work.js': waitFor(4),
    'throws.scenario.js': scenario({ title: 'Throws', from: './throws.js' }),
    'throws.js': waitFor(4),
  });
  return repository.commit({
    'work.js': waitFor(24),
    'throws.js': "export async function work() {\n  throw new Error('the database is gone');\n}\n",
  });
}

describe('in the middle of its measuring', () => {
  /** A gate whose tasks leave a file each time one has started, so that it is known to be in the middle. */
  async function startInTheMiddle(): Promise<{ repository: Repository } & Running> {
    const marked = (ms: number) => `import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
export async function work(index) {
  writeFileSync(process.env.STARTED, '');
  await sleep(${ms});
  return index;
}
`;
    const repository = new Repository(tool).commit({
      'package.json': PACKAGE,
      'work.scenario.js': scenario(),
      'work.js': marked(4),
    });
    repository.commit({ 'work.js': marked(24) });
    const started = join(repository.folder, '.git', 'started');
    const running = repository.start(['work.scenario.js', ...BRIEFLY], { env: { STARTED: started } });
    await vi.waitFor(
      () => {
        if (running.child.exitCode !== null) return;
        if (!existsSync(started)) throw new Error('no task has started');
      },
      { timeout: 60_000, interval: 20 },
    );
    expect(repository.worktrees()).toHaveLength(1);
    return { repository, ...running };
  }

  it('Ctrl-C ends it with 130, without a verdict and with nothing left', async () => {
    const { repository, child, ended } = await startInTheMiddle();
    // As a terminal does: to the whole foreground group.
    process.kill(-(child.pid as number), 'SIGINT');
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(130);
    expect(stdout).not.toMatch(/regressed|improved|within margin of/);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });

  it('a kill ends its processes, too, and the next gate removes its worktree', async () => {
    const { repository, child, ended } = await startInTheMiddle();
    child.kill('SIGKILL');
    await ended;
    const { processes, files, worktrees } = await repository.leftBehind();
    expect(processes).toEqual([]);
    expect([files, worktrees].map((left) => left.length)).toEqual([1, 1]);
    // It looks before it refuses.
    const { code, stderr } = await repository.refused(['no.scenario.js', '--base', 'HEAD^1']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `removed ${join(repository.temporary, files[0] ?? '')}, left behind by a gate that was killed`,
    );
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });

  it('Ctrl-C ends an installation, too', async () => {
    const repository = repositoryOf();
    const started = join(repository.folder, '.git', 'started');
    const install = `touch '${started}'; sleep 600`;
    const { child, ended } = repository.start(['work.scenario.js', ...BRIEFLY, '--install', install]);
    await vi.waitFor(() => expect(existsSync(started)).toBe(true), { timeout: 60_000, interval: 20 });
    process.kill(-(child.pid as number), 'SIGINT');
    expect(await ended).toMatchObject({ code: 130, stdout: '' });
    expect(await repository.leftBehind()).toEqual(NOTHING);
  });
});

it('two gates at once in one repository do not take each other’s trees', async () => {
  const repository = repositoryOf();
  const both = await Promise.all([1, 2].map(() => repository.gate(['work.scenario.js', ...BRIEFLY])));
  for (const { code, comparison } of both) {
    expect(comparison.cells).toMatchObject([{ verdict: 'regressed' }]);
    expect(code).toBe(1);
  }
  expect(await repository.leftBehind()).toEqual(NOTHING);
});

it('a pipe that nobody reads from does not change the exit code', async () => {
  const repository = repositoryOf();
  const gate = ['overlap', 'gate', 'throws.scenario.js', ...BRIEFLY].join(' ');
  for (const reader of ['head -1', 'true']) {
    const script = `${gate} | ${reader}; exit "\${PIPESTATUS[0]}"`;
    const { code, stderr } = await repository.startProgram('bash', ['-c', script]).ended;
    expect(code).toBe(1);
    expect(stderr).not.toContain('EPIPE');
  }
  expect(await repository.leftBehind()).toEqual(NOTHING);
});

it('--self-test shows of itself what it is believed for, and what it kept tells the same again', async () => {
  const repository = repositoryOf();
  const { code, comparison, stderr } = await repository.gate([
    'work.scenario.js',
    ...BRIEFLY,
    '--self-test',
    '--raw',
    'raw.json',
  ]);
  const { selfTest } = comparison;
  expect(selfTest).toMatchObject({ name: 'sequential', key: { scenarioId: 'work' }, slowed: { injectedRatio: 0.32 } });
  expect(selfTest?.faults.faultCount).toBeGreaterThan(20);
  // On a machine that is too busy it says that it cannot tell, and what was found is not believed either.
  expect(code).toBe(selfTest?.passed ? 1 : 4);
  expect(stderr).not.toMatch(/^ {4}at /m);
  const again = await repository.startProgram('overlap', ['show', 'raw.json', '--format', 'json']).ended;
  expect(JSON.parse(again.stdout)).toEqual(comparison);
  expect(await repository.leftBehind()).toEqual(NOTHING);
});

it('a report that cannot be written does not change the exit code, and those that can are there', async () => {
  const repository = repositoryOf().write({ 'in-the-way': 'no folder' });
  const reports = ['--report', 'junit=in-the-way/junit.xml', '--report', 'comment=comment.md'];
  const { code, stderr, comparison } = await repository.gate(['throws.scenario.js', ...BRIEFLY, ...reports]);
  expect(stderr).toContain('warning: --report junit: ');
  expect(readFileSync(join(repository.folder, 'comment.md'), 'utf8')).toContain('throws');
  expect(comparison.unmatched).toMatchObject([{ news: 'broken' }]);
  expect(code).toBe(1);
});
