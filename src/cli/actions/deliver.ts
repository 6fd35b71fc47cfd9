// Where a finished text goes, and in which format it is drawn.

import { writeWhole } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import { renderers } from '../../render/registry.ts';
import type { Renderer } from '../../render/renderer.ts';
import type { Shell } from '../shell/shell.ts';

/** Throws `UNKNOWN_FORMAT`. */
export async function findRenderer(format: string): Promise<Renderer> {
  const renderer = renderers.get(format);
  if (renderer) return renderer;
  const known = [...renderers.keys()];
  const { nearestHint } = await import('../runner.ts');
  throw new BenchError(
    'UNKNOWN_FORMAT',
    `--format: unknown format '${format}'${nearestHint(format, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}

/** Prints to stdout, or writes the file. Throws `FILE_WRITE`. */
export async function deliver(shell: Shell, text: string, out: string | undefined): Promise<void> {
  // By their names these cannot be opened where the stream is a socket, and would lose what stands in a file.
  if (out === undefined || out === '/dev/stdout') shell.stdout.write(text);
  else if (out === '/dev/stderr') shell.stderr.write(text);
  else await writeWhole(out, text);
}
