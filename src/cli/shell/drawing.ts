// How to draw for this shell: what a terminal can do and what its user wants, from the conventions that have names
// (no-color.org, FORCE_COLOR, TERM=dumb, CI).

import type { RenderOptions } from '../../render/renderer.ts';
import type { Shell } from './shell.ts';

/** Width of a page that does not go to a terminal. */
const PIPE_WIDTH = 80;

/** How wide to print, and whether in colour: a terminal's own width and wishes, 80 plain columns anywhere else. */
export function drawingFor({ stdout, env }: Shell, out?: string): RenderOptions {
  if (out !== undefined) return { width: PIPE_WIDTH, color: false };
  return { width: stdout.columns || PIPE_WIDTH, color: wantsColor(env, stdout.isTTY) };
}

function wantsColor(env: Shell['env'], isTTY: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTTY && env.TERM !== 'dumb';
}

/** True where a line may be drawn, wiped and drawn again: somebody watches, and the terminal can do it. */
export function canRedraw({ stderr, env }: Shell): boolean {
  const inCi = Boolean(env.CI) && env.CI !== 'false';
  return stderr.isTTY && env.TERM !== 'dumb' && !inCi;
}
