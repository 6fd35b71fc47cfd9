// How guesses are printed, for the commands that print some.

import { Option } from 'commander';
import type { Format } from '../render/renderer.ts';

/** Formats that have a way to draw guesses: ids in render/guess/guess-formats.ts. */
export const GUESS_FORMATS = ['table', 'json', 'markdown', 'html', 'csv'] as const satisfies readonly Format[];

/** `--format`, with these. */
export function guessFormatOption(): Option {
  return new Option('--format <format>', `how to print: ${GUESS_FORMATS.join(', ')}`).default(GUESS_FORMATS[0]);
}
