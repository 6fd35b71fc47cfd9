// Gives a command what its config file says, as if it had been typed: each value goes through the flag that it stands for, so
// that flag and file cannot mean different things. What was typed goes first.

import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { shown } from '../../api/checks/shown.ts';
import { BenchError } from '../../errors.ts';
import type { Config } from '../../model/config.ts';
import { isScenarioPath } from '../../scenario-file.ts';
import { loadConfig, nearestHint } from '../runner.ts';
import { CONFIG_KEYS, type ConfigKey } from './config-keys.ts';

/** Loads the file and applies it; resolves to the keys that had a say. Throws `CONFIG_LOAD` or `CONFIG_INVALID`. */
export async function applyConfig(command: Command, file: string): Promise<readonly string[]> {
  const imports: readonly string[] = command.getOptionValue('import') ?? [];
  const config = checked(await loadConfig(pathToFileURL(resolve(file)).href, file, imports), file);
  const typed = typedWords(command);
  const applied: string[] = [];
  for (const [key, value] of Object.entries(fromHere(config, file))) {
    const entry = CONFIG_KEYS[key as keyof Config];
    if ([entry.flag, ...(entry.yieldsTo ?? [])].some((word) => word !== undefined && typed.has(word))) continue;
    if (setFlag(command, entry, value, { file, key }) || setArgument(command, entry, value, typed)) applied.push(key);
  }
  return applied;
}

function checked(loaded: object, file: string): Config {
  for (const [key, value] of Object.entries(loaded)) {
    const known = Object.keys(CONFIG_KEYS);
    if (!Object.hasOwn(CONFIG_KEYS, key)) {
      const message = `${file}: unknown key '${key}'${nearestHint(key, known)}`;
      throw new BenchError('CONFIG_INVALID', message, `Expected one of: ${known.join(', ')}.`);
    }
    const { check } = CONFIG_KEYS[key as keyof Config];
    if (value !== undefined && !check.accepts(value)) {
      throw invalid(file, `${key}: expected ${check.expected}, got ${shown(value)}`);
    }
  }
  return Object.fromEntries(Object.entries(loaded).filter(([, value]) => value !== undefined));
}

/** Paths start from the folder of the file that names them. */
function fromHere(config: Config, file: string): Config {
  const folder = relative('.', dirname(resolve(file)));
  if (folder === '') return config;
  const moved = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  const { scenarios, imports, save, reports } = config;
  return {
    ...config,
    ...(scenarios && { scenarios: scenarios.map((word) => (isScenarioPath(word) ? moved(word) : word)) }),
    ...(imports && { imports: imports.map((word) => (/^\.{1,2}[\\/]/.test(word) ? `./${moved(word)}` : word)) }),
    ...(save !== undefined && { save: moved(save) }),
    ...(reports && { reports: reports.map((word) => word.replace(/(?<==).+$/s, moved)) }),
  };
}

/** Long names of the flags, and names of the arguments, that were given. */
function typedWords(command: Command): ReadonlySet<string> {
  const flags = command.options.filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli');
  const args = command.registeredArguments.filter((_, index) => index < command.args.length);
  return new Set([...flags.map(({ long }) => long ?? ''), ...args.map((argument) => argument.name())]);
}

function setFlag(
  command: Command,
  { flag }: ConfigKey,
  value: unknown,
  { file, key }: { readonly file: string; readonly key: string },
): boolean {
  const option = command.options.find(({ long }) => long === flag);
  if (option === undefined || value === false) return false;
  let parsed: unknown = typeof value === 'boolean' ? value : undefined;
  try {
    for (const word of wordsOf(value)) parsed = option.parseArg?.(word, parsed) ?? word;
  } catch (thrown) {
    if (!(thrown instanceof BenchError)) throw thrown;
    throw invalid(file, thrown.message.replace(`${option.long}:`, `${key}:`));
  }
  command.setOptionValueWithSource(option.attributeName(), parsed, 'config');
  return true;
}

/** What one would type after the flag, each time that one types it. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'boolean') return [];
  if (!Array.isArray(value)) return [String(value)];
  return typeof value[0] === 'number' ? [value.join(',')] : value;
}

/** A result that is a file is not the folder that results lie in. */
function setArgument(command: Command, { argument }: ConfigKey, value: unknown, typed: ReadonlySet<string>): boolean {
  const index = command.registeredArguments.findIndex((each) => each.name() === argument);
  if (index < 0 || argument === undefined || typed.has(argument)) return false;
  if (typeof value === 'string' && !value.endsWith('/')) return false;
  command.processedArgs[index] = typeof value === 'string' ? [value] : value;
  return true;
}

function invalid(file: string, message: string): BenchError {
  return new BenchError('CONFIG_INVALID', `${file}: ${message}`, `Correct it in ${file}.`);
}
