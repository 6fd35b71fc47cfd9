// Places of reports, looked at before anything is measured. A report is no reason to refuse a comparison, so that a place which
// cannot be written is a warning; one that would replace another file of the same command is a mistake.

import { assertWritable, isSameFile } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import { isOwnStream } from '../actions/deliver.ts';
import { type Shell, say } from '../shell/shell.ts';
import type { PlannedReport } from './planned-reports.ts';

/** Other files of the command. */
export interface OtherPlaces {
  /** Files that are read. */
  readonly read: readonly string[];
  /** Files that are written, by the flags that named them. */
  readonly written: Readonly<Record<string, string | undefined>>;
}

/** Warns of places that cannot be written. Throws `USAGE` for one that is another file of the command. */
export async function checkReportPlaces(
  shell: Shell,
  reports: readonly PlannedReport[],
  { read, written }: OtherPlaces,
): Promise<void> {
  const taken: [place: string, what: string][] = [
    ...read.map((path): [string, string] => [path, `${path}, which is read`]),
    ...Object.entries(written).flatMap(([flag, path]): [string, string][] =>
      path === undefined ? [] : [[path, `${flag} ${path}`]],
    ),
  ];
  for (const { kind, place } of reports) {
    if (isOwnStream(place)) continue;
    for (const [path, what] of taken) {
      if (await isSameFile(place, path)) {
        const message = `--report ${kind}: expected another file than ${what}, got '${place}'`;
        throw new BenchError('USAGE', message, 'Choose another name.');
      }
    }
    taken.push([place, `that of --report ${kind}`]);
    await assertWritable(place, 'printed').catch((thrown) => warnOf(shell, kind, thrown));
  }
}

/** Says what stands in the way of a report. Throws what is no `BenchError`. */
export function warnOf(shell: Shell, kind: string, thrown: unknown): void {
  if (!(thrown instanceof BenchError)) throw thrown;
  say(shell, `warning: --report ${kind}: ${thrown.message}`);
}
