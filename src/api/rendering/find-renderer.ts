// The format that is meant, by its name.

import { BenchError } from '../../errors.ts';
import { renderers } from '../../render/registry.ts';
import type { ComparisonRenderer, Renderer } from '../../render/renderer.ts';

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

/** The format, if it can draw a comparison. Throws `USAGE` where it cannot. */
export function asComparisonRenderer(renderer: Renderer, name: string): ComparisonRenderer {
  if (renderer.renderComparison !== undefined) return renderer as ComparisonRenderer;
  const can = [...renderers.values()].filter((each) => each.renderComparison !== undefined).map(({ id }) => id);
  throw new BenchError(
    'USAGE',
    `${name}: format '${renderer.id}' draws runs, and this is a comparison`,
    `Draw it as one of: ${can.join(', ')}.`,
  );
}
