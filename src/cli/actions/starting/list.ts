// Lists what can be run.

import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';
import { toJson } from '../../../render/json.ts';
import { listPage } from '../../../render/page/list-page.ts';
import { pageText } from '../../../render/terminal/page-text.ts';
import type { ListFlags } from '../../commands/starting/list.ts';
import { LIST_FORMATS } from '../../output.ts';
import { describeScenarios, narrowed, nearestHint, scenarioFiles, shippedUrls } from '../../runner.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { catalogueData, catalogueOf } from './catalogue.ts';

export async function list(shell: Shell, words: string[], flags: ListFlags): Promise<ExitCode> {
  const asJson = isJson(flags.format);
  const urls = words.length > 0 ? await scenarioFiles(words) : shippedUrls();
  const described = await describeScenarios(urls, shell.interrupted(), flags.import);
  const broken = described.filter((each) => each instanceof BenchError);
  const scenarios = described.filter((each): each is ScenarioSummary => !(each instanceof BenchError));
  // A file that does not load is named and passed over; the others are still listed.
  for (const { message, hint } of broken) say(shell, `warning: ${message}\n${hint}`);
  const meant = narrowed(scenarios, { tags: flags.tag, kinds: flags.kind });
  const text = asJson ? toJson(catalogueData(meant)) : pageText(listPage(catalogueOf(meant)), drawingFor(shell));
  shell.stdout.write(text);
  return broken[0]?.exitCode ?? EXIT.fine;
}

/** Whether a list is asked for as data. Throws `UNKNOWN_FORMAT`. */
export function isJson(format: string): boolean {
  if (LIST_FORMATS.some((known) => known === format)) return format === 'json';
  throw new BenchError(
    'UNKNOWN_FORMAT',
    `--format: unknown format '${format}'${nearestHint(format, LIST_FORMATS)}`,
    `Expected one of: ${LIST_FORMATS.join(', ')}.`,
  );
}
