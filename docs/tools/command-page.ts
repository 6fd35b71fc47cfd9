// docs/commands.md, made of what the commands declare, so that a flag cannot be missing from it, nor be described twice.

import type { Argument, Command, Option } from 'commander';
import { EXAMPLES } from './command-examples.ts';
import { declaredCommands } from './program.ts';

const HEAD = `# Commands

<!-- Made by \`npm run docs\` from what the commands declare: change it there. -->

\`overlap COMMAND --help\` prints the same. In a project that has the package installed, \`npx overlap-bench COMMAND\` runs it, and
\`overlap COMMAND\` does in the scripts of its package.json. With npx write the long name always: on npm, \`overlap\` is another
package.
What a report says is told in [reading a result](reading-a-result.md), what a command exits with in
[exit codes](exit-codes.md).
`;

/** The whole page. */
export async function commandPage(): Promise<string> {
  const commands = await declaredCommands();
  const contents = commands.map(
    (command) => `- [\`overlap ${command.name()}\`](#overlap-${command.name()}): ${command.description()}`,
  );
  return `${[HEAD, `${contents.join('\n')}\n`, ...commands.map(section)].join('\n')}`;
}

function section(command: Command): string {
  const name = command.name();
  const usage = `overlap ${name} ${command.usage()}`.trim();
  const parts = [`## overlap ${name}`, `${sentence(command.description())}`, `\`${usage}\``];
  const args = command.registeredArguments;
  if (args.length > 0) parts.push(table('argument', args.map(argumentRow)));
  const options = command.options.filter(({ hidden }) => !hidden);
  if (options.length > 0) parts.push(table('flag', options.map(optionRow)));
  const examples = EXAMPLES[name];
  if (examples !== undefined) parts.push(`\`\`\`sh\n${examples.join('\n')}\n\`\`\``);
  return `${parts.join('\n\n')}\n`;
}

type Row = readonly [name: string, about: string];

function argumentRow(argument: Argument): Row {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return [argument.required ? `<${name}>` : `[${name}]`, argument.description];
}

function optionRow(option: Option): Row {
  const about = [option.description];
  if (option.argChoices) about.push(`(one of ${option.argChoices.join(', ')})`);
  const fallback = defaultWords(option);
  if (fallback !== null) about.push(`(default: ${fallback})`);
  return [option.flags, about.join(' ')];
}

/** The page is the same on every machine: what a machine decides is told in words. */
function defaultWords({ defaultValue, defaultValueDescription, long }: Option): string | null {
  if (defaultValue === undefined || typeof defaultValue === 'boolean') return null;
  if (long === '--threads') return 'the cores of this machine';
  const text =
    defaultValueDescription ?? (typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue));
  return text;
}

function table(head: string, rows: readonly Row[]): string {
  const lines = rows.map(([name, about]) => `| \`${name.replaceAll('|', '\\|')}\` | ${cell(about)} |`);
  return [`| ${head} | |`, '| --- | --- |', ...lines].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replace(/</g, '&lt;');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
