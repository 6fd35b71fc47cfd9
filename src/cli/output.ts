// Where a finished text goes: stdout, or a file that is written whole or not at all.

import { Option } from 'commander';
import { writeWhole } from '../document/store.ts';
import { BenchError } from '../errors.ts';
import { renderers } from '../render/registry.ts';
import type { Renderer, RenderOptions } from '../render/renderer.ts';
import { nearestHint } from '../runner/discover.ts';

/** Width of a report that does not go to a terminal. */
const PIPE_WIDTH = 80;

/** Flags shared by all commands that print a report. */
export interface OutputFlags {
  readonly format: string;
  readonly out?: string;
}

/** `--format`, with the registry's formats. */
export function formatOption(): Option {
  return new Option('--format <format>', `how to print: ${[...renderers.keys()].join(', ')}`).default('table');
}

/** `--out`. */
export function outOption(): Option {
  return new Option('--out <file>', 'write the report to a file instead of stdout');
}

/** Throws `UNKNOWN_FORMAT`. */
export function findRenderer(format: string): Renderer {
  const renderer = renderers.get(format);
  if (renderer) return renderer;
  const known = [...renderers.keys()];
  throw new BenchError(
    'UNKNOWN_FORMAT',
    `--format: unknown format '${format}'${nearestHint(format, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}

/** How wide to print, and whether in colour: a terminal's own width and wishes, 80 plain columns anywhere else. */
export function drawingFor(out: string | undefined): RenderOptions {
  const { stdout, env } = process;
  if (out !== undefined) return { width: PIPE_WIDTH, color: false };
  const forced = Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== '0' && !env.NO_COLOR;
  if (!stdout.isTTY) return { width: PIPE_WIDTH, color: forced };
  return { width: stdout.columns || PIPE_WIDTH, color: stdout.hasColors() };
}

/** Prints to stdout, or writes the file. Throws `FILE_WRITE`. */
export async function deliver(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) process.stdout.write(text);
  else await writeWhole(out, text);
}
