// One arm as the report sees it: its cell, the samples that count, and the median of every measured field. A round that
// any arm of the scenario lost to a disturbance is dropped for all arms, so that no arm gets the quieter rounds.

import { armName, numberParameter } from '../../model/arm-key.ts';
import type { Cell, Sample } from '../../model/document/document.ts';
import { knownShape, type Shape } from '../../model/shape.ts';
import { median, quantileOfSorted } from '../../stats/quantile.ts';

/** Fields of a sample that have a median worth reading. The CPU time of a server that is not known reads as 0: nothing is said of it. */
export type SampleField = Exclude<
  keyof Sample,
  'epoch' | 'round' | 'slot' | 'contaminated' | Exclude<UncertainField, 'serverCpuMs'>
>;

/** Fields that a file may not tell, because the system or the version that wrote it did not. */
export type UncertainField = {
  [Field in keyof Sample]-?: null extends Sample[Field] ? Field : never;
}[keyof Sample];

/** A cell with the samples that count. */
export interface Arm {
  readonly cell: Cell;
  /** As it stands in tables and sentences: "bounded c8"; "placebo" for the second copy of the reference arm. */
  readonly name: string;
  /** What its strategy does; null where the document holds a shape that this version does not know, or none. */
  readonly shape: Shape | null;
  /** Bound on tasks under way; null where it has none. */
  readonly concurrency: number | null;
  /** Worker threads; null where it has none. */
  readonly threads: number | null;
  /** Samples of rounds that were not dropped, in run order. */
  readonly samples: readonly Sample[];
  /** Median of a field over these samples; 0 where there are none. */
  medianOf(field: SampleField): number;
  /** The same of a field that a file may not tell; null where no sample does. */
  knownMedianOf(field: UncertainField): number | null;
  /** Quantile of the makespan, 0..1, in milliseconds. */
  wallQuantileMs(p: number): number;
  /** Smallest value of a field over these samples; 0 where there are none. */
  leastOf(field: SampleField): number;
}

/** Rounds that a disturbance spoiled for at least one arm. */
export function disturbedRounds(cells: readonly Cell[]): ReadonlySet<number> {
  return new Set(
    cells.flatMap(({ samples }) =>
      samples.filter((sample) => sample.contaminated !== undefined).map(({ round }) => round),
    ),
  );
}

/** True for a cell without untimed batches before its samples. */
export function isCold({ warmups }: Cell): boolean {
  return warmups.every(({ batchCount }) => batchCount === 0);
}

/** Builds an arm from its cell, without the dropped rounds. */
export function toArm(cell: Cell, dropped: ReadonlySet<number>): Arm {
  const samples = cell.samples.filter(({ round }) => !dropped.has(round));
  const medians = new Map<SampleField, number>();
  const sortedWallMs = Float64Array.from(samples, ({ wallMs }) => wallMs).sort();
  return {
    cell,
    name: nameOf(cell),
    shape: cell.shape === null ? null : knownShape(cell.shape),
    concurrency: numberParameter(cell.key, 'concurrency'),
    threads: numberParameter(cell.key, 'threads'),
    samples,
    medianOf(field) {
      const known = medians.get(field);
      if (known !== undefined) return known;
      const value = samples.length === 0 ? 0 : median(samples.map((sample) => sample[field] ?? 0));
      medians.set(field, value);
      return value;
    },
    knownMedianOf(field) {
      const known = samples.flatMap((sample) => sample[field] ?? []);
      return known.length === 0 ? null : median(known);
    },
    wallQuantileMs: (p) => quantileOfSorted(sortedWallMs, p),
    leastOf: (field) =>
      samples.reduce((least, sample) => Math.min(least, sample[field] ?? 0), samples[0]?.[field] ?? 0),
  };
}

function nameOf({ key, placebo }: Cell): string {
  return placebo ? 'placebo' : armName(key);
}
