// What may come next on a command line. The flags are those that the commands declare, so that a new one is offered as soon
// as it is there.

import type { Command, Option } from 'commander';
import type { CommandEntry } from '../commands/registry.ts';
import { type Offer, type Offers, offersFor } from './offers.ts';

const HELP: Offer = { word: '--help', about: 'display help' };
const VERSION: Offer = { word: '--version', about: 'output the version number' };

/** What may stand in the place of the last word, in lines as scripts.ts has them. */
export async function answerTo(typed: readonly string[], entries: readonly CommandEntry[]): Promise<string> {
  const [name = '', ...rest] = withoutEquals(typed);
  const commands = entries.map((entry) => ({ word: entry.name, about: entry.description }));
  if (rest.length === 0) return linesOf({ offers: [...commands, HELP, VERSION] }, name);
  const current = rest.at(-1) ?? '';
  if (name === 'help') return rest.length === 1 ? linesOf({ offers: commands }, current) : '';
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined) return '';
  const command = (await entry.load())(() => async () => {});
  return afterCommand(name, command, rest.slice(0, -1), current);
}

async function afterCommand(name: string, command: Command, before: readonly string[], current: string) {
  const isLiteral = before.includes('--');
  const awaiting = isLiteral ? undefined : optionOf(command, before.at(-1) ?? '');
  if (awaiting?.required) return linesOf(await offersFor(name, awaiting.long ?? ''), current);
  const [, flag = '', value] = /^(--[^=]+)=(.*)$/s.exec(current) ?? [];
  if (value !== undefined && !isLiteral) return linesOf(await offersFor(name, flag), value, `${flag}=`);
  if (current.startsWith('-') && !isLiteral) return linesOf({ offers: flagsOf(command, before) }, current);
  const argument = argumentAt(command, before);
  return argument === undefined ? '' : linesOf(await offersFor(name, argument), current);
}

/** bash makes three words of `--flag=value`. */
function withoutEquals(typed: readonly string[]): string[] {
  return typed
    .filter((word, index) => word !== '=' || index === typed.length - 1)
    .map((word) => (word === '=' ? '' : word));
}

function optionOf(command: Command, word: string): Option | undefined {
  return command.options.find(({ long }) => long === word);
}

/** Those that have not been typed. */
function flagsOf(command: Command, before: readonly string[]): Offer[] {
  const free = command.options.filter(({ long, hidden }) => !hidden && !before.includes(long ?? ''));
  return [...free.map(({ long, description }) => ({ word: long ?? '', about: description })), HELP];
}

/** The name of the argument that stands after these words. */
function argumentAt(command: Command, before: readonly string[]): string | undefined {
  const positional = before.filter(
    (word, index) => !word.startsWith('-') && !optionOf(command, before[index - 1] ?? '')?.required,
  );
  const { registeredArguments: all } = command;
  const argument = all[positional.length] ?? (all.at(-1)?.variadic ? all.at(-1) : undefined);
  return argument?.name();
}

/** Those that begin as what is typed does; of several with commas between them, the last is typed. */
function linesOf({ offers, listed = false, files = false }: Offers, current: string, before = ''): string {
  const typed = listed ? current.slice(0, current.lastIndexOf(',') + 1) : '';
  const taken = typed.split(',');
  const fitting = offers.filter(({ word }) => !taken.includes(word) && `${typed}${word}`.startsWith(current));
  const lines = fitting.map(({ word, about }) => `${before}${typed}${word}${about && `\t${about}`}`);
  return [...lines, ...(files && before === '' ? [':files'] : [])].map((line) => `${line}\n`).join('');
}
