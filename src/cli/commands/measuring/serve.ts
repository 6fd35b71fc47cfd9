// `overlap serve`: the fixture server alone, so that a teacher can point curl at it, or anyone at a peer with limits.
// Its flags are the server's own options under other names; nothing about them is typed here.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import {
  OPTIONS,
  OptionError,
  resolveOptions,
  type Option as ServerOption,
  type ServerOptions,
} from '../../../../fixtures/options.ts';
import { entryUrl } from '../../../entry-url.ts';
import { BenchError } from '../../../errors.ts';
import type { FixtureProcess } from '../../../runner/processes/fixture-process.ts';
import { abortOnInterrupt } from '../../shell/interrupt.ts';

interface ServeFlags {
  readonly selftest?: true;
  readonly [option: string]: unknown;
}

export function serveCommand(): Command {
  const command = new Command('serve');
  for (const [name, option] of Object.entries(OPTIONS)) command.addOption(optionFor(flagOf(name), option));
  return command
    .option('--selftest', 'measure how true its delays are and how much it can carry here, print that, and end')
    .action(serve);
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function optionFor(flag: string, option: ServerOption<unknown>): Option {
  if (option.placeholder === null) return new Option(flag, option.about);
  return new Option(`${flag} ${option.placeholder}`, option.about)
    .default(option.fallback, option.fallbackText)
    .argParser((text) => {
      const value = option.read(text);
      if (option.accepts(value)) return value;
      throw usage(new OptionError(flag, option.expected, text));
    });
}

function usage({ message }: OptionError): BenchError {
  return new BenchError('USAGE', message, 'Correct the flag and run it again.');
}

async function serve({ selftest, ...flags }: ServeFlags): Promise<void> {
  if (selftest) return runSelftest();
  const options = resolved(flags);
  const interrupt = abortOnInterrupt();
  const fixture = await start(options, interrupt);
  if (fixture === null) return;
  process.stdout.write(`${fixture.origin}\n`);
  for (const warning of fixture.warnings) process.stderr.write(`warning: ${warning}\n`);
  for (const { method, path, about } of fixture.endpoints) {
    process.stderr.write(`  ${method} ${fixture.origin}${path}\n      ${about}\n`);
  }
  process.stderr.write('Ctrl-C stops it.\n');
  const how = await Promise.race([interrupted(interrupt), fixture.ended]);
  await fixture.close();
  if (how) throw new BenchError('FIXTURE_LOST', `the fixture server ${how}`, 'Start it again.');
}

/** Null when it was interrupted before the server listened. */
async function start(options: ServerOptions, interrupt: AbortSignal): Promise<FixtureProcess | null> {
  const { FixtureProcess } = await import('../../../runner/processes/fixture-process.ts');
  try {
    return await FixtureProcess.start(options, interrupt);
  } catch (thrown) {
    if (interrupt.aborted) return null;
    throw thrown;
  }
}

function resolved(flags: object): ServerOptions {
  try {
    return resolveOptions(flags, flagOf);
  } catch (thrown) {
    throw thrown instanceof OptionError ? usage(thrown) : thrown;
  }
}

/** Resolves at the interrupt, also when that has already been. */
function interrupted(interrupt: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (interrupt.aborted) resolve();
    else interrupt.addEventListener('abort', () => resolve());
  });
}

/** With a channel, by which it notices when this process is gone. */
async function runSelftest(): Promise<void> {
  const path = fileURLToPath(entryUrl('../../../../fixtures/selftest', import.meta.url));
  const [code] = await once(fork(path, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] }), 'exit');
  process.exitCode = code ?? 1;
}
