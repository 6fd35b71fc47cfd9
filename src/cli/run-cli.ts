// Words in, exit code out, in any process. Each command declares its flags in commands/ and does its work in actions/; both are
// loaded when it is asked for. What can be refused arrives here as a BenchError and becomes one message with its next step.

import { Command, CommanderError, type HelpConfiguration } from 'commander';
import { BenchError } from '../errors.ts';
import { EXIT, EXIT_MEANINGS, type ExitCode } from '../exit-codes.ts';
import { TOOL } from '../tool.ts';
import { visibleText } from '../visible-text.ts';
import type { LoadAction } from './commands/load-action.ts';
import { COMMANDS, type CommandEntry } from './commands/registry.ts';
import { findConfig } from './config/find-config.ts';
import { type Shell, say } from './shell/shell.ts';

/** Flags of commands that were not asked for are not declared, so that help names commands only. */
const HELP: HelpConfiguration = { subcommandTerm: (command) => command.name() };

/** Runs one command line, without the program's name. Rejects only with bugs. */
export async function runCli(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let outcome: ExitCode = EXIT.fine;
  const perform: LoadAction =
    (load) =>
    async (...words) => {
      const act = await load();
      outcome = await act(shell, ...words);
    };
  const program = buildProgram(shell);
  const [first, second] = args.filter((word) => !word.startsWith('-'));
  const asked = first === 'help' ? second : first;
  for (const entry of COMMANDS) {
    const command = entry.name === asked ? await declared(entry, perform) : new Command(entry.name);
    program.addCommand(command.description(entry.description).copyInheritedSettings(program));
  }
  program.hook('preAction', (_, command) => configure(command, shell));
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

/** Where there is a config file, its settings become flags that nobody has typed. */
async function configure(command: Command, shell: Shell): Promise<void> {
  if (!command.options.some(({ long }) => long === '--config')) return;
  const file = findConfig(command.getOptionValue('config'));
  if (file === null) return;
  const { applyConfig } = await import('./config/apply-config.ts');
  const keys = await applyConfig(command, file);
  if (keys.length > 0) say(shell, `${file} sets ${keys.join(', ')}.`);
}

async function declared({ load }: CommandEntry, perform: LoadAction): Promise<Command> {
  return (await load())(perform);
}

function buildProgram(shell: Shell): Command {
  return new Command('overlap')
    .description(
      'Measure how much of a program’s waiting can overlap: one by one, Promise.all, a limit, or worker threads.',
    )
    .version(TOOL.version)
    .showHelpAfterError('(overlap --help shows all commands and flags)')
    .addHelpText('after', `\nExit codes:\n${exitCodeLines().join('\n')}`)
    .configureHelp(HELP)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(visibleText(text)),
      getOutHelpWidth: () => shell.stdout.columns ?? 80,
      getErrHelpWidth: () => shell.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

function exitCodeLines(): string[] {
  return Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `${code.padStart(5)}  ${meaning}`);
}
