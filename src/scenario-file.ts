// What can be said of a scenario file without importing it.

import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError } from './errors.ts';

/** The id of a scenario: its file name without the extension. */
export function scenarioIdOf(url: string): string {
  return basename(fileURLToPath(url)).replace(/\.[cm]?[jt]s$/, '');
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
