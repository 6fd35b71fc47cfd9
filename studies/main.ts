// `npm run study -- ID… [--long]`: runs studies one after another, prints their tables and stores them.

import { Command, CommanderError, Option } from 'commander';
import { STUDIES } from './registry.ts';
import { storeStudy } from './store.ts';

interface StudyFlags {
  readonly long?: true;
  readonly document?: string;
}

const ids = STUDIES.map(({ id }) => id);
const program = new Command('study')
  .description('Experiments on the suite itself: why you can believe it')
  .argument('<id...>', ids.join(', '))
  .option('--long', 'as many trials as make the rates sure, instead of under a minute')
  .addOption(new Option('--document <file>', 'take samples of identical arms from this result document'))
  .addHelpText('after', `\nStudies:\n${STUDIES.map(({ id, question }) => `  ${id.padEnd(14)} ${question}`).join('\n')}`)
  .exitOverride();

async function run(names: readonly string[], flags: StudyFlags): Promise<void> {
  const unknown = names.find((name) => !ids.includes(name));
  if (unknown !== undefined) program.error(`error: unknown study '${unknown}', expected one of: ${ids.join(', ')}`);
  for (const study of STUDIES.filter(({ id }) => names.includes(id))) {
    const result = await study.run({
      long: flags.long ?? false,
      write: (line) => process.stderr.write(`${line}\n`),
      ...(flags.document === undefined ? {} : { documentPath: flags.document }),
    });
    process.stdout.write(`${study.question}\n${result.text}\n`);
    process.stderr.write(`Stored ${await storeStudy(study.id, result)}\n`);
    if (result.failed) process.exitCode = 1;
  }
}

try {
  await program.action(run).parseAsync();
} catch (thrown) {
  if (!(thrown instanceof CommanderError)) throw thrown;
  process.exitCode = thrown.exitCode === 0 ? 0 : 2;
}
