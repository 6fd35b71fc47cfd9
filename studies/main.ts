// `npm run study -- ID… [--long]`: runs studies one after another, prints their tables and stores them.

import { Command, CommanderError, Option } from 'commander';
import { STUDIES } from './registry.ts';
import { storeStudy } from './store.ts';
import type { Study, StudyResult } from './study.ts';

interface StudyFlags {
  readonly long?: true;
  readonly document?: string;
  readonly only?: readonly string[];
}

const ids = STUDIES.map(({ id }) => id);
const program = new Command('study')
  .description('Experiments on the suite itself: why you can believe it')
  .argument('<id...>', ids.join(', '))
  .option('--long', 'as many trials as make the rates sure, instead of under a minute')
  .addOption(new Option('--document <file>', 'take samples of identical arms from this result document'))
  .addOption(
    new Option(
      '--only <names>',
      'of a study with named parts, these, comma-separated; stored as results/ID-NAMES.txt',
    ).argParser((text) => text.split(',')),
  )
  .addHelpText('after', `\nStudies:\n${STUDIES.flatMap(linesOf).join('\n')}`)
  .exitOverride();

async function run(names: readonly string[], flags: StudyFlags): Promise<void> {
  const unknown = names.find((name) => !ids.includes(name));
  if (unknown !== undefined) program.error(`error: unknown study '${unknown}', expected one of: ${ids.join(', ')}`);
  for (const study of STUDIES.filter(({ id }) => names.includes(id))) {
    const result = await study.run({
      long: flags.long ?? false,
      write: (line) => process.stderr.write(`${line}\n`),
      ...(flags.document === undefined ? {} : { documentPath: flags.document }),
      ...(flags.only === undefined ? {} : { only: flags.only }),
    });
    process.stdout.write(`${study.question}\n${result.text}\n`);
    process.stderr.write(
      `Stored ${await store(study.keepsBoth && flags.long ? `${study.id}-long` : study.id, result, flags.only)}\n`,
    );
    if (result.failed) process.exitCode = 1;
  }
}

function linesOf({ id, question, parts = [] }: Study): string[] {
  return [
    `  ${id.padEnd(15)} ${question}`,
    ...parts.map(({ name, does }) => `  ${''.padEnd(15)} --only ${name.padEnd(7)} ${does}`),
  ];
}

/** A part is no result to keep in the repository. */
function store(id: string, result: StudyResult, parts: readonly string[] | undefined): Promise<string> {
  return parts === undefined ? storeStudy(id, result) : storeStudy([id, ...parts].join('-'), result, 'results');
}

try {
  await program.action(run).parseAsync();
} catch (thrown) {
  if (!(thrown instanceof CommanderError)) throw thrown;
  process.exitCode = thrown.exitCode === 0 ? 0 : 2;
}
