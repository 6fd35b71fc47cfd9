// What makes a comparison of stored runs doubtful, and what must be known to read it.

import type { HistoryRun } from '../../model/document/history-run.ts';
import type { ComparedCell } from '../../model/report/comparison.ts';
import type { Warning } from '../../model/report/report.ts';
import { timeOf } from '../history/before.ts';
import type { ReferencePrice } from '../history/judge-by-past.ts';
import { machineDifferences } from '../history/likeness.ts';

/** Cores that the machine gave to one side only, in log units, from which on pool rows follow them. */
const NOTABLE_CORES_LOG = 0.1;

/** A cell that was judged after dividing by a price. */
export interface RelativeCell {
  readonly cell: ComparedCell;
  readonly price: ReferencePrice;
}

/** What is known of a comparison. */
export interface ComparedRuns {
  /** Null where head is held against a history. */
  readonly base: HistoryRun | null;
  readonly head: HistoryRun;
  readonly comparable: boolean;
  readonly cells: readonly ComparedCell[];
  readonly relative: readonly RelativeCell[];
  /** What lies in the history and cannot be read, in words. */
  readonly unreadable: readonly string[];
}

/** All warnings that apply, the gravest first. */
export function comparisonWarnings({ base, head, comparable, cells, relative, unreadable }: ComparedRuns): Warning[] {
  return [
    ...(base === null ? otherHistory(comparable) : ofTwoRuns(base, head)),
    ...(head.complete ? [] : [partialRun('head')]),
    ...unreadable.map((message) => ({
      code: 'unreadable-run',
      message: `Passed over in the history: ${message}.`,
      remedy: 'Remove it there, or add the run again.',
    })),
    ...relativeTimes(relative),
    ...whatPassesUnseen(cells),
  ];
}

function otherHistory(comparable: boolean): Warning[] {
  if (comparable) return [];
  const message = 'No past run is of such a machine as head, so no cell is compared.';
  return [{ code: 'different-machines', message, remedy: 'Keep runs of this machine: `overlap baseline add`.' }];
}

function ofTwoRuns(base: HistoryRun, head: HistoryRun): Warning[] {
  const different = machineDifferences(base, head);
  return [
    ...(different.length === 0
      ? []
      : [
          {
            code: 'different-machines',
            message: `The runs differ in ${different.join(' and ')}, so no cell is compared.`,
            remedy: 'Run both versions on the same machine.',
          },
        ]),
    ...(timeOf(base) > timeOf(head)
      ? [
          {
            code: 'base-is-newer',
            message: `Base was measured after head (${base.createdAt}; ${head.createdAt}).`,
            remedy: 'If they are the wrong way round, swap them: what regressed has improved.',
          },
        ]
      : []),
    ...(base.complete ? [] : [partialRun('base')]),
    ...otherCores(base, head),
    ...otherOrigins(base, head),
  ];
}

function partialRun(side: string): Warning {
  return {
    code: 'partial-run',
    message: `The ${side} run was interrupted; it holds fewer rounds than planned.`,
    remedy: 'Run it again before relying on this.',
  };
}

function otherCores({ effectiveCores: base }: HistoryRun, { effectiveCores: head }: HistoryRun): Warning[] {
  if (base === null || head === null || Math.abs(Math.log(base / head)) <= NOTABLE_CORES_LOG) return [];
  return [
    {
      code: 'different-cores',
      message: `The machine gave ${base.toFixed(1)} cores to base and ${head.toFixed(1)} to head; pool rows follow that.`,
      remedy: 'Run both again, close together in time.',
    },
  ];
}

/** The same scenarios, asked of another server or read from another file. */
function otherOrigins(base: HistoryRun, head: HistoryRun): Warning[] {
  const pairs = base.scenarios.flatMap((one) => {
    const other = head.scenarios.find(({ id }) => id === one.id);
    return other === undefined ? [] : [{ one, other }];
  });
  const servers = pairs.filter(
    ({ one: { target }, other }) => target !== null && other.target !== null && target !== other.target,
  );
  const files = pairs.filter(({ one: { file }, other }) => file !== null && other.file !== null && file !== other.file);
  return [
    ...servers.map(({ one, other }) => ({
      code: 'different-servers',
      message: `${one.id} asked ${one.target} in base and ${other.target} in head: a change may be the server's.`,
      remedy: 'Ask the same server in both runs to see what the code changed.',
    })),
    ...files.map(({ one, other }) => ({
      code: 'different-files',
      message: `${one.id} came from ${one.file} in base and from ${other.file} in head.`,
      remedy: 'Make sure that both are versions of the same scenario.',
    })),
  ];
}

/** A change that is no ratio of the two times beside it must be explained. */
function relativeTimes(relative: readonly RelativeCell[]): Warning[] {
  return [...Map.groupBy(relative, ({ price }) => price)].map(([price, same]) => {
    const what = price === 'computing' ? 'computing' : 'an empty request';
    const names = same.map(({ cell: { key, name } }) => `${key.scenarioId} ${name}`).join(', ');
    return {
      code: `relative-to-${price}`,
      message: `Judged relative to what ${what} cost in each run: ${names}. Their change is not the ratio of the times shown.`,
      remedy: 'Past runs agree better that way; nothing is to be done.',
    };
  });
}

/** Silence is worth what could have been heard. */
function whatPassesUnseen(cells: readonly ComparedCell[]): Warning[] {
  const quiet = cells.filter(({ verdict }) => verdict === 'within margin');
  const seen = quiet
    .flatMap(({ detectableRatio }) => detectableRatio ?? [])
    .map((ratio) => Math.ceil((ratio - 1) * 100));
  if (seen.length === 0) return [];
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  const from = least === most ? `${least} %` : `${least} to ${most} % (by cell)`;
  return [
    {
      code: 'separate-runs',
      message: `Within margin: nothing beyond what runs of the same code vary by. A slow-down of ${from} would be found 9 times in 10; a smaller one may pass.`,
      remedy: '`overlap gate` measures both versions in turn and sees smaller ones.',
    },
  ];
}
