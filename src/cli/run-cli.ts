// Words in, exit code out, in any process. Each command declares its flags in commands/; its work in actions/ is loaded
// when it is asked for. What can be refused arrives here as a BenchError and becomes one message with its next step.

import { Command, CommanderError } from 'commander';
import { BenchError } from '../errors.ts';
import { EXIT, EXIT_MEANINGS, type ExitCode } from '../exit-codes.ts';
import { TOOL } from '../tool.ts';
import { visibleText } from '../visible-text.ts';
import { compareCommand } from './commands/compare.ts';
import { listCommand } from './commands/list.ts';
import type { LoadAction } from './commands/load-action.ts';
import { preflightCommand } from './commands/preflight.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { type Shell, say } from './shell/shell.ts';

/** Runs one command line, without the program's name. Rejects only with bugs. */
export async function runCli(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let outcome: ExitCode = EXIT.fine;
  const program = buildProgram(shell, (load) => async (...words) => {
    const act = await load();
    outcome = await act(shell, ...words);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return outcome;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.fine : EXIT.refused;
    if (!(thrown instanceof BenchError)) throw thrown;
    say(shell, `error: ${thrown.message}\n${thrown.hint}`);
    return thrown.exitCode;
  }
}

function buildProgram(shell: Shell, perform: LoadAction): Command {
  const program = new Command('overlap')
    .description(
      'Measure how much of a program’s waiting can overlap: one by one, Promise.all, a limit, or worker threads.',
    )
    .version(TOOL.version)
    .showHelpAfterError('(overlap --help shows all commands and flags)')
    .addHelpText('after', `\nExit codes:\n${exitCodeLines().join('\n')}`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(visibleText(text)),
      getOutHelpWidth: () => shell.stdout.columns ?? 80,
      getErrHelpWidth: () => shell.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const commands = [
    runCommand(perform),
    listCommand(perform),
    showCommand(perform),
    compareCommand(perform),
    serveCommand(),
    preflightCommand(perform),
  ];
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
  return program;
}

function exitCodeLines(): string[] {
  return Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `${code.padStart(5)}  ${meaning}`);
}
