// The page of a mutation run: a table of folders, then every survivor with its place and the reason why it may stand.

import { drawTable, percent } from '../table.ts';
import { type FolderScore, killedRatio, type Survivor } from './score.ts';
import type { StandingMutant } from './standing.ts';

/** Draws the scores of the folders and lists their survivors. */
export function pageOf(folders: readonly FolderScore[], standing: readonly StandingMutant[]): string {
  const rows = folders.map((score) => [
    score.folder,
    String(score.mutantCount),
    String(score.killedCount),
    String(score.timedOutCount),
    String(score.survivors.length),
    String(score.survivors.filter((survivor) => reasonOf(survivor, standing) !== undefined).length),
    percent(killedRatio(score)),
    score.elapsedMinutes.toFixed(1),
    score.measuredAt.slice(0, 10),
  ]);
  const head = ['folder', 'mutants', 'killed', 'by time', 'survived', 'with a reason', 'score', 'minutes', 'on'];
  const survivors = folders.flatMap((score) => score.survivors);
  const lines = survivors.map((survivor) => lineOf(survivor, reasonOf(survivor, standing)));
  const measured = standing.filter(({ file }) => folders.some(({ folder }) => file.startsWith(`${folder}/`)));
  const stale = measured.filter((entry) => !survivors.some((survivor) => fits(survivor, entry)));
  return [
    drawTable(head, rows),
    '',
    'Survivors',
    ...lines,
    ...stale.map(
      ({ file, original }) =>
        `Not among the survivors (noticed, or out of time on a busy machine): ${file}: ${original}`,
    ),
  ].join('\n');
}

/** Why a survivor may stand; undefined when nobody has said. */
export function reasonOf(survivor: Survivor, standing: readonly StandingMutant[]): string | undefined {
  return standing.find((entry) => fits(survivor, entry))?.reason;
}

function fits(survivor: Survivor, { file, original, replacement }: StandingMutant): boolean {
  if (survivor.file !== file || !survivor.original.includes(original)) return false;
  return replacement === undefined || survivor.replacement === replacement;
}

function lineOf(survivor: Survivor, reason: string | undefined): string {
  const { file, line, mutator, original, replacement, covered } = survivor;
  const change = `${shortened(original)} -> ${shortened(replacement)}`;
  const why = reason ?? (covered ? undefined : 'no test passes here');
  return `${file}:${line} ${mutator}: ${change}${why === undefined ? '' : `\n    ${why}`}`;
}

function shortened(code: string): string {
  return code.length <= 80 ? code : `${code.slice(0, 79)}…`;
}
