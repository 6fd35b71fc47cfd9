// Where a finished text goes, and in which format it is drawn.

import { asComparisonRenderer, findRenderer as rendererNamed } from '../../api/rendering/find-renderer.ts';
import { writeWhole } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import type { ComparisonRenderer, Renderer } from '../../render/renderer.ts';
import type { Shell } from '../shell/shell.ts';

/** Throws `UNKNOWN_FORMAT`, and `USAGE` for a lesson in a format that hides nothing. */
export async function findRenderer(format: string, { lesson = false } = {}): Promise<Renderer> {
  const renderer = await rendererNamed(format, '--format');
  if (!lesson || renderer.hidesAnswers) return renderer;
  throw new BenchError(
    'USAGE',
    `--lesson: expected a format that can hide the answer, got '${format}'`,
    'Add `--format html --out lesson.html`.',
  );
}

/** The same for a comparison. Throws `USAGE` where the format has no way to draw one. */
export async function findComparisonRenderer(format: string): Promise<ComparisonRenderer> {
  return asComparisonRenderer(await findRenderer(format), '--format');
}

/** Our own streams are written as they are: by their names they cannot be opened where they are sockets or another user's. */
const STREAMS = { '/dev/stdout': 'stdout', '/dev/stderr': 'stderr' } as const;

/** True for the name of one of our own streams. */
export function isOwnStream(out: string): out is keyof typeof STREAMS {
  return Object.hasOwn(STREAMS, out);
}

/** Prints to stdout, or writes the file. Throws `FILE_WRITE`. */
export async function deliver(shell: Shell, text: string, out = '/dev/stdout'): Promise<void> {
  if (isOwnStream(out)) shell[STREAMS[out]].write(text);
  else await writeWhole(out, text);
}
