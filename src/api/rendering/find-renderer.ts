// The format that is meant, by its name.

import { BenchError } from '../../errors.ts';
import { renderers } from '../../render/registry.ts';
import type { Renderer } from '../../render/renderer.ts';

/** `name` is how messages call the option. Throws `UNKNOWN_FORMAT`. */
export async function findRenderer(format: string, name: string): Promise<Renderer> {
  const renderer = renderers.get(format);
  if (renderer) return renderer;
  const known = [...renderers.keys()];
  const { nearestHint } = await import('../../runner/discover.ts');
  throw new BenchError(
    'UNKNOWN_FORMAT',
    `${name}: unknown format '${format}'${nearestHint(format, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}
