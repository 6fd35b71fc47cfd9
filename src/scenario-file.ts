// What can be said of a scenario file without importing it.

import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError } from './errors.ts';

/**
 * The id of a scenario: its file name without `.ts` and the like, and without a `.scenario` before that. What a shell or a
 * table would stumble over becomes a dash: `my file #1.scenario.ts` is `my-file-1`.
 */
export function scenarioIdOf(url: string): string {
  const name = basename(fileURLToPath(url)).normalize('NFC');
  const id = name
    .replace(/\.[cm]?[jt]sx?$/, '')
    .replace(/(?<=.)\.scenario$/, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_.+-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'scenario' : id;
}

/** Whether a word on the command line means a file: it has a folder in it, or the ending of a scenario file. */
export function isScenarioPath(word: string): boolean {
  return /[\\/]|\.[cm]?[jt]sx?$/.test(word);
}

const SHIPPED = fileURLToPath(new URL('../benchmarks/', import.meta.url));

/** The file as it can be typed in the working folder; null for one that comes with the suite and is run by its id. */
export function fileOf(url: string): string | null {
  const path = fileURLToPath(url);
  return path.startsWith(SHIPPED) ? null : relative(process.cwd(), path);
}

/** The refusal of a file that could not be imported: `how` says what happened, `hint` what to do. */
export function loadError(url: string, how: string, hint: string, cause?: unknown): BenchError {
  const message = `Scenario '${scenarioIdOf(url)}' does not load: ${how} (${fileURLToPath(url)})`;
  return new BenchError('SCENARIO_LOAD', message, hint, cause);
}
