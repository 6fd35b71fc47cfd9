// The program's own commands, with all their flags declared and nothing that they would do: to describe them, and to read the
// command lines of a page as the program would.

import { Command } from 'commander';
import { COMMANDS } from '../../src/cli/commands/registry.ts';

/** Every command, in the order of help. */
export async function declaredCommands(): Promise<Command[]> {
  return Promise.all(
    COMMANDS.map(async ({ description, load }) => {
      const command = (await load())(() => async () => {});
      return command.description(description).action(() => {});
    }),
  );
}

/** Reads one command line, without the program's name. Throws what the program would say of a wrong one. */
export async function readCommandLine(words: readonly string[]): Promise<void> {
  const program = new Command('overlap').version('0.0.0').enablePositionalOptions().exitOverride();
  for (const command of await declaredCommands()) program.addCommand(command.exitOverride());
  program.configureOutput({ writeOut: () => {}, writeErr: () => {} });
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (thrown) {
    // `--help` and `--version` end by a throw as well.
    if ((thrown as { exitCode?: unknown }).exitCode !== 0) throw thrown;
  }
}
