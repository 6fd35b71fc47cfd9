// How to draw for this shell: what a terminal can do and what its user wants, from the conventions that have names
// (no-color.org, FORCE_COLOR, TERM=dumb, CI).

import { DETAILED_WIDTH, type RenderOptions } from '../../render/renderer.ts';
import type { Shell } from './shell.ts';

/** Width of a page that does not go to a terminal, where COLUMNS names none. */
const PIPE_WIDTH = 80;
/** What COLUMNS may ask for; anything else is somebody's mistake. */
const [LEAST_WIDTH, MOST_WIDTH] = [20, 1_000];

/**
 * How wide to print, whether in colour, and how much: as a terminal is wide and its user wishes; plain anywhere else, as
 * wide as COLUMNS says.
 */
export function drawingFor(
  { stdout, env }: Shell,
  flags: { out?: string; details?: boolean; lesson?: true } = {},
): RenderOptions {
  const toShell = flags.out === undefined;
  const width = (toShell && stdout.columns) || columnsOf(env) || PIPE_WIDTH;
  const color = toShell && wantsColor(env, stdout.isTTY);
  const detailed = flags.details ?? width >= DETAILED_WIDTH;
  return { width, color, detailed, lesson: flags.lesson ?? false };
}

function columnsOf({ COLUMNS = '' }: Shell['env']): number | undefined {
  const columns = /^\d+$/.test(COLUMNS) ? Number(COLUMNS) : Number.NaN;
  return columns >= LEAST_WIDTH && columns <= MOST_WIDTH ? columns : undefined;
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
