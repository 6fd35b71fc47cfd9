// Rows of one strategy that differ in one number alone, such as how many tasks it lets begin: what that number does is a line.

import { armName, keyText } from '../../../model/arm-key.ts';
import type { Row } from '../../../model/report/report.ts';

/** Two rows are a comparison, and have one above. */
const LEAST_POINTS = 3;

/** One row of it. */
export interface SweepPoint {
  readonly value: number;
  readonly row: Row;
  readonly medianMs: number;
}

/** The rows, by what they differ in. */
export interface Sweep {
  /** What they share: the strategy, and its other parameters. */
  readonly name: string;
  readonly parameter: string;
  /** In the order of their values, all of which differ. */
  readonly points: readonly SweepPoint[];
}

/** All of a table, for each parameter that is a number. */
export function sweepsOf(rows: readonly Row[]): Sweep[] {
  const parameters = new Set(rows.flatMap(({ key }) => Object.keys(key.parameters)));
  return [...parameters].flatMap((parameter) => {
    const points = rows.flatMap((row) => pointOf(row, parameter));
    const groups = Map.groupBy(points, ({ row }) => keyText(without(row, parameter)));
    return [...groups.values()].flatMap((own): Sweep[] => {
      const [first] = own;
      if (first === undefined || own.length < LEAST_POINTS) return [];
      const name = armName(without(first.row, parameter));
      return [{ name, parameter, points: own.toSorted((one, other) => one.value - other.value) }];
    });
  });
}

function pointOf(row: Row, parameter: string): SweepPoint[] {
  const value = row.key.parameters[parameter];
  const { placebo, medianMs } = row;
  if (placebo || typeof value !== 'number' || medianMs === null || !(medianMs > 0)) return [];
  return [{ value, row, medianMs }];
}

function without({ key }: Row, parameter: string): Row['key'] {
  const others = Object.entries(key.parameters).filter(([name]) => name !== parameter);
  return { ...key, parameters: Object.fromEntries(others) };
}
