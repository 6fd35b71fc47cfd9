// Installs what a tree needs, with the shell, as somebody would type it there. What it prints is told as it comes.

import { stripVTControlCharacters } from 'node:util';
import { BenchError } from '../../errors.ts';
import { quotedWord } from '../../quoted-word.ts';
import { envForTrees } from '../git.ts';
import { shortHash } from '../repository.ts';
import { runCommand } from '../run-command.ts';
import type { Side, Tree, TreesAsked } from '../tree.ts';

const MOST_SHOWN_LINES = 10;

/** A command may set up hooks of git on its way, and all checkouts of a repository share these: they are the user's. */
const WITHOUT_HOOKS = { HUSKY: '0', HUSKY_SKIP_INSTALL: '1', SKIP_INSTALL_SIMPLE_GIT_HOOKS: '1' };

export interface Installing extends Pick<TreesAsked, 'signal' | 'onNote'> {
  readonly side: Side;
  readonly tree: Tree;
  readonly command: string;
  /** Where it is run. */
  readonly folder: string;
}

/** Runs the command. Throws `INSTALL_FAILED` where it ends with anything but 0, `INTERRUPTED`. */
export async function install({ side, tree, command, folder, signal, onNote }: Installing): Promise<void> {
  const { code, how, lastLines } = await runCommand({
    file: command,
    args: [],
    folder,
    // Nobody is there to answer, and nothing is to be set up for a person.
    env: { CI: 'true', COREPACK_ENABLE_DOWNLOAD_PROMPT: '0', ...envForTrees(), ...WITHOUT_HOOKS },
    shell: true,
    onLine: (line) => onNote(`${side}: ${stripVTControlCharacters(line)}`),
    signal,
  });
  if (code === 0) return;
  const printed = lastLines.slice(-MOST_SHOWN_LINES).map((line) => `\n  ${stripVTControlCharacters(line)}`);
  const said = printed.length === 0 ? '; it printed nothing' : `; it printed last:${printed.join('')}`;
  throw new BenchError(
    'INSTALL_FAILED',
    `${side}, ${tree.label}: \`${command}\` ended with ${how}${said}`,
    code === 127 ? notFound(command) : tryByHand(tree, command),
  );
}

function notFound(command: string): string {
  const [program = command] = command.split(/\s/, 1);
  const corepack = ['pnpm', 'yarn'].includes(program) ? `, or \`corepack enable\`` : '';
  return `Install ${program}, see that it is in PATH${corepack}, or say with --install how else to install.`;
}

function tryByHand({ commit }: Tree, command: string): string {
  const checkout = commit === null ? '' : `git worktree add --detach ../tried ${shortHash(commit)}, `;
  return `Try it by itself: ${checkout}then ${command} there. Say with --install how else to install, such as --install ${quotedWord('npm ci && npm run build')}.`;
}
