// `--help` says something of everything there is: no command, argument or flag is left without its words, and every
// default is told.

import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { TOOL } from '../tool.ts';
import { callOverlap } from './testing.ts';

/** The flags, arguments or commands under a heading, each with what is said of it. */
function entriesOf(help: string, heading: string): Map<string, string> {
  const [, part = ''] = new RegExp(`\n${heading}:\n([^]*?)\n(?:\n|$)`).exec(help) ?? [];
  const lines = part.replace(/\n {4,}/g, ' ').split('\n');
  return new Map(lines.map((line) => line.trim().split(/ {2,}(.*)/) as [string, string]));
}

/** The help of a command, on a terminal so wide that nothing is broken. */
async function helpOf(...command: string[]): Promise<string> {
  const { code, stdout, stderr } = await callOverlap([...command, '--help'], { terminalColumns: 400 });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const COMMANDS: Record<string, { readonly args: string[]; readonly flags: string[] }> = {
  run: {
    args: ['scenario'],
    flags: [
      ...[
        '--tag <tags>',
        '--kind <kinds>',
        '--quick',
        '--strategy <ids>',
        '--tasks <n>',
        '--concurrency <c>',
        '--threads <w>',
        '--rounds <n>',
      ],
      ...[
        '--epochs <n>',
        '--warmup <time>',
        '--budget <time>',
        '--deadline <time>',
        '--target <url>',
        '--on-port <command>',
        '--allow-remote',
        '--max-requests <n>',
        '--param <name=value>',
        '--seed <n>',
        '--import <module>',
        '--resume',
        '--save <file>',
      ],
      ...['--format <format>', '--details', '--no-details', '--lesson'],
      ...['--out <file>', '--config <file>', '--no-config'],
    ],
  },
  predict: {
    args: ['scenario'],
    flags: [
      ...['--guess <list>', '--why <text>', '--guess-file <file>', '--against <file>', '--save-guess <file>'],
      ...['--quick', '--strategy <ids>', '--tasks <n>', '--concurrency <c>', '--threads <w>', '--rounds <n>'],
      ...['--epochs <n>', '--warmup <time>', '--budget <time>', '--deadline <time>', '--target <url>'],
      ...['--on-port <command>', '--allow-remote', '--max-requests <n>', '--param <name=value>', '--seed <n>'],
      ...['--import <module>', '--save <file>', '--format <format>', '--out <file>', '--config <file>', '--no-config'],
    ],
  },
  guesses: { args: ['file'], flags: ['--format <format>', '--out <file>'] },
  init: { args: ['file'], flags: ['--ts', '--js'] },
  list: {
    args: ['scenario'],
    flags: [
      '--tag <tags>',
      '--kind <kinds>',
      '--import <module>',
      '--format <format>',
      '--config <file>',
      '--no-config',
    ],
  },
  show: {
    args: ['file'],
    flags: [
      ...[
        '--format <format>',
        '--details',
        '--no-details',
        '--lesson',
        '--timeline <strategies>',
        '--same-axis',
        '--ascii',
      ],
      ...['--out <file>', '--config <file>', '--no-config'],
    ],
  },
  compare: {
    args: ['base', 'head'],
    flags: [
      '--history <place>',
      '--margin <percent>',
      ...['--strict', '--report <kind[=file]>'],
      '--format <format>',
      '--out <file>',
      '--config <file>',
      '--no-config',
    ],
  },
  baseline: {
    args: ['step', 'result'],
    flags: [
      ...['--history <place>', '--keep <count>', '--margin <percent>', '--format <format>'],
      ...['--config <file>', '--no-config'],
    ],
  },
  hunt: { args: ['number', 'file'], flags: ['--start', '--seed <n>'] },
  complete: { args: ['shell', 'words'], flags: [] },
  learn: { args: ['lesson'], flags: ['--answer', '--against <file>', '--changed'] },
  preflight: { args: [], flags: ['--threads <w>', '--json'] },
};

describe('help', () => {
  it('says what the program and each of its commands is for', async () => {
    const help = await helpOf();
    const commands = entriesOf(help, 'Commands');
    expect([...commands.keys()].map((term) => term.split(' ')[0])).toEqual([
      ...[
        'run',
        'predict',
        'guesses',
        'init',
        'list',
        'show',
        'gate',
        'compare',
        'baseline',
        'hunt',
        'serve',
        'learn',
        'preflight',
        'complete',
        'help',
      ],
    ]);
    for (const words of commands.values()) expect(words.split(' ').length).toBeGreaterThanOrEqual(3);
    expect(help).toMatch(/^Usage: overlap \[options\] \[command\]\n\nMeasure how much .*\n\nOptions:/);
    expect(help).toMatch(/\n\nExit codes:\n {4}0 {2}\S.*\n {4}1 {2}\S.*\n {4}2 {2}/);
  });

  it.each(Object.entries(COMMANDS))(
    'of %s says something of each argument and flag',
    async (command, { args, flags }) => {
      const help = await helpOf(command);
      expect(help).toMatch(new RegExp(`^Usage: overlap ${command}\\b.*\n\n\\w+ .*\n\n`));
      const [named, flagged] = [entriesOf(help, 'Arguments'), entriesOf(help, 'Options')];
      expect([...named.keys()].filter((term) => term !== '')).toEqual(args);
      expect([...flagged.keys()]).toEqual([...flags, '-h, --help']);
      for (const [term, words] of [...named, ...flagged]) {
        if (term !== '') expect(words.replace(/\(.*\)/, '').split(' ').length, term).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('tells the defaults', async () => {
    const [run, compare] = [entriesOf(await helpOf('run'), 'Options'), entriesOf(await helpOf('compare'), 'Options')];
    const cores = availableParallelism();
    expect(run.get('--threads <w>')).toContain(`(default: ${cores}, the cores of this machine)`);
    expect(run.get('--deadline <time>')).toContain('(default: 30s)');
    expect(run.get('--quick')).toContain('spend 15s instead of 57s');
    expect(run.get('--format <format>')).toContain('(default: "table")');
    expect(run.get('--details')).toContain('(default: from 120 columns on, and in formats for files)');
    expect(compare.get('--margin <percent>')).toContain('(default: 3 %)');
    expect(entriesOf(await helpOf('preflight'), 'Options').get('--threads <w>')).toContain(`(default: ${cores})`);
  });

  it('is pointed to where something is wrong', async () => {
    for (const args of [['run', '--fromat'], ['compare']]) {
      expect((await callOverlap(args)).stderr).toMatch(/\n\(overlap --help shows all commands and flags\)\n$/);
    }
  });

  it('fits the terminal where it is shown as an error, too', async () => {
    for (const [terminalColumns, most] of [
      [100, 100],
      [undefined, 80],
    ] as const) {
      const { stderr } = await callOverlap([], terminalColumns ? { terminalColumns } : {});
      const longest = Math.max(...stderr.split('\n').map((line) => line.length));
      expect(longest).toBeLessThanOrEqual(most);
      expect(longest).toBeGreaterThan(most - 20);
    }
  });
});

it('--version tells the version and nothing else', async () => {
  expect(await callOverlap(['--version'])).toEqual({ code: 0, stdout: `${TOOL.version}\n`, stderr: '' });
});
