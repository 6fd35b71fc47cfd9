// Completions: what may come next on a command line, and that shells ask for it and offer it.

import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_STRATEGIES } from '../../strategies/registry.ts';
import { COMMANDS } from '../commands/registry.ts';
import { callOverlap } from '../testing.ts';

/** What may stand in the place of the last word, without what is said of it. */
async function answerTo(...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await callOverlap(['complete', 'bash', '--', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/\t.*/, '')]));
}

const commands = COMMANDS.map(({ name }) => name);

describe('what may come next', () => {
  it('is a command, with what it is for', async () => {
    expect(await answerTo('')).toEqual([...commands, '--help', '--version']);
    expect(await answerTo('comp')).toEqual(['compare', 'complete']);
    expect(await answerTo('--v')).toEqual(['--version']);
    expect(await answerTo('help', 'pref')).toEqual(['preflight']);
    const { stdout } = await callOverlap(['complete', 'fish', '--', 'sho']);
    expect(stdout).toBe('show\tprint saved results\n');
  });

  it.each(commands)('is any flag of %s that its help has, and none that has been typed', async (command) => {
    const { stdout } = await callOverlap([command, '--help'], { terminalColumns: 400 });
    const flags = [...stdout.matchAll(/^ {2}(?:-h, )?(--[a-z0-9-]+)/gm)].map(([, flag = '']) => flag);
    expect((await answerTo(command, '-')).sort()).toEqual(flags.sort());
    const [first = ''] = flags.filter((flag) => flag !== '--help');
    if (first !== '') expect(await answerTo(command, first, 'x', '--')).not.toContain(first);
  });

  it.each<[string[], string[]]>([
    [
      ['run', 'down'],
      ['download-pages', 'download-then-hash', ':files'],
    ],
    [
      ['list', 'count-primes', 'lying'],
      ['lying-kernel', ':files'],
    ],
    [
      ['run', '--quick', '--rounds', '3', 'capp'],
      ['capped-peer', ':files'],
    ],
    [
      ['run', '--', 'capp'],
      ['capped-peer', ':files'],
    ],
    [['run', '--strategy', ''], ALL_STRATEGIES.map(({ id }) => id)],
    [
      ['run', '--strategy', 'gather,b'],
      ['gather,bounded', 'gather,batches'],
    ],
    [['run', '--strategy', 'gather,gather'], ['gather,gather+pool']],
    [['run', '--strategy=seq'], ['--strategy=sequential']],
    [['run', '--strategy', '=', 'seq'], ['sequential']],
    [['run', '--strategy', '='], ALL_STRATEGIES.map(({ id }) => id)],
    [
      ['run', '--kind', 'io,'],
      ['io,cpu', 'io,mixed'],
    ],
    [
      ['run', '--format', ''],
      ['table', 'json', 'markdown', 'csv', 'html', 'trace'],
    ],
    [
      ['list', '--format', ''],
      ['table', 'json'],
    ],
    [['run', '--save', ''], [':files']],
    [['show', ''], [':files']],
    [['show', 'a.json', '--out', ''], [':files']],
    [['compare', 'a.json', ''], [':files']],
    [['compare', 'a.json', 'b.json', ''], []],
    [['init', ''], [':files']],
    [['complete', 'z'], ['zsh']],
    [['run', '--rounds', ''], []],
    [['preflight', ''], []],
    [['nothing', ''], []],
    [[], [...commands, '--help', '--version']],
  ])('after %j is %j', async (words, wanted) => expect(await answerTo(...words)).toEqual(wanted));

  it('is a tag that a scenario has', async () => {
    expect(await answerTo('list', '--tag', 'l')).toEqual(['latency', 'lesson', 'limits']);
  });
});

describe('complete', () => {
  it.each([
    [['complete', 'ksh'], "Expected one of bash, zsh, fish, got 'ksh'\nName your shell.\n"],
    [['complete', 'bash', 'run'], "Expected words after --, got 'run'\n"],
    [['complete'], "missing required argument 'shell'"],
  ])('%j is refused', async (args, message) => {
    const { code, stdout, stderr } = await callOverlap(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('says where its scripts go', async () => {
    const { stdout } = await callOverlap(['complete', '--help']);
    for (const shell of ['bash', 'zsh', 'fish']) expect(stdout).toContain(`overlap complete ${shell} > `);
  });
});

describe('a shell', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'completing-'));
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    writeFileSync(join(folder, 'overlap'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`, { mode: 0o755 });
    writeFileSync(join(folder, 'my own.ts'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const isHere = (shell: string) => spawnSync(shell, ['--version']).status === 0;
  async function told(shell: string, args: readonly string[], script: string): Promise<string[]> {
    const env = { ...process.env, HOME: folder, PATH: `${folder}:${process.env.PATH}` };
    const { stdout, stderr } = await promisify(execFile)(shell, [...args, script], { cwd: folder, env });
    expect(stderr).toBe('');
    return stdout.trimEnd().split('\n');
  }

  it('bash offers what comes next, also when it has read the script twice', async () => {
    const script = `
      source <(overlap complete bash); source <(overlap complete bash)
      offered() {
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        "$(complete -p overlap | sed 's/.* -F \\([^ ]*\\) .*/\\1/')"
        (IFS='|'; echo "\${COMPREPLY[*]}")
      }
      offered overlap comp; offered overlap run my; offered overlap run --format = c; complete -p overlap-bench`;
    expect(await told('bash', ['--norc', '-c'], script)).toEqual([
      ...['compare|complete', 'my own.ts', 'csv', 'complete -F _overlap overlap-bench'],
    ]);
  });

  it.skipIf(!isHere('zsh'))('zsh offers what comes next', async () => {
    const script = `
      compdef() { :; }; _files() { print files; }; _describe() { print -l -- "\${(P@)2}"; }
      source <(overlap complete zsh)
      words=(overlap sho); CURRENT=2; _overlap
      words=(overlap run my); CURRENT=3; _overlap`;
    expect(await told('zsh', ['-f', '-c'], script)).toEqual(['show:print saved results', 'files']);
  });

  it.skipIf(!isHere('fish'))('fish offers what comes next', async () => {
    const script = "overlap complete fish | source; complete -C 'overlap sho'; complete -C 'overlap run --format c'";
    expect(await told('fish', ['--no-config', '-c'], script)).toEqual(['show\tprint saved results', 'csv']);
  });
});
