#!/usr/bin/env node
// The command line: words in, exit code out. Each command is one file; everything that can be refused arrives here as a
// BenchError and becomes one message with its next step. Anything else is a bug and shows its stack.

import { Command, CommanderError } from 'commander';
import { BenchError } from '../errors.ts';
import { compareCommand } from './commands/compare.ts';
import { listCommand } from './commands/list.ts';
import { preflightCommand } from './commands/preflight.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { LEAST_NODE, TOOL } from './tool.ts';

refuseOldRuntime();
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `overlap show … | head` closes our stdout early; that is no error of ours.
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`error: cannot write to stdout: ${error.message}\nUse --out FILE, or free some space.\n`);
  process.exit(2);
});
// A terminal that was closed cannot be told so.
process.stderr.on('error', () => {});

const program = new Command('overlap')
  .description(
    'Measure how much of a program’s waiting can overlap: one by one, Promise.all, a limit, or worker threads.',
  )
  .version(TOOL.version)
  .showHelpAfterError('(overlap --help shows all commands and flags)')
  .addHelpText(
    'after',
    `
Exit codes: 0 fine · 1 a regression, a failed cell or audit · 2 wrong usage, configuration or file
            3 inconclusive where --strict asked · 4 this machine cannot measure it · 130 interrupted`,
  );
for (const command of [runCommand, listCommand, showCommand, compareCommand, serveCommand, preflightCommand])
  program.addCommand(command());
for (const command of [program, ...program.commands]) command.exitOverride();

/** The published package does not bring its own Node, and an old one fails in ways that say nothing. */
function refuseOldRuntime(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [, leastMajor = 0, leastMinor = 0] = /(\d+)\.(\d+)/.exec(LEAST_NODE)?.map(Number) ?? [];
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  process.stderr.write(
    `error: overlap needs Node ${LEAST_NODE}, this is ${process.versions.node}\nInstall a newer Node.\n`,
  );
  process.exit(2);
}

try {
  await program.parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    process.exitCode = thrown.exitCode === 0 ? 0 : 2;
  } else if (thrown instanceof BenchError) {
    process.stderr.write(`error: ${thrown.message}\n${thrown.hint}\n`);
    process.exitCode = thrown.exitCode;
  } else {
    throw thrown;
  }
}
