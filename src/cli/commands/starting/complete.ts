// `overlap complete SHELL`: what a shell needs to complete our commands, flags and names.

import { Command } from 'commander';
import type { LoadAction } from '../load-action.ts';
import type { CommandEntry } from '../registry.ts';

export function completeCommand(perform: LoadAction, entries: readonly CommandEntry[]): Command {
  return new Command('complete')
    .argument('<shell>', 'the shell to print it for: bash, zsh, fish')
    .argument('[words...]', 'words typed so far, after --: what may come next is printed instead, as shells ask for it')
    .passThroughOptions()
    .addHelpText(
      'after',
      `
To have it in every shell (overlap has to be on its path):
  overlap complete bash > ~/.local/share/bash-completion/completions/overlap
  overlap complete zsh > "\${fpath[1]}/_overlap"
  overlap complete fish > ~/.config/fish/completions/overlap.fish
In this one only: source <(overlap complete bash), or zsh.`,
    )
    .action(
      perform(async () => {
        const { complete } = await import('../../actions/starting/complete.ts');
        return (shell, name: string, typed: string[]) => complete(shell, name, typed, entries);
      }),
    );
}
