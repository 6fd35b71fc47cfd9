// One name for each cell where a format knows nothing but names: the scenario, then the arm. Two that come to the same are told
// apart by a number, since readers of such formats drop or mix what has one name.

import type { ComparedCell, UnmatchedCell } from '../../model/report/comparison.ts';
import { plainText } from '../text-width.ts';

/** Pairs of a name, unique among them, and the cell. */
export function namedCells<Cell extends ComparedCell | UnmatchedCell>(
  cells: readonly Cell[],
  nameOf: (cell: Cell) => string,
  mostLength = Number.POSITIVE_INFINITY,
): [name: string, cell: Cell][] {
  const taken = new Set<string>();
  return cells.map((cell) => {
    const whole = plainText(nameOf(cell));
    let name = cut(whole, '', mostLength);
    for (let copy = 2; taken.has(name); copy++) name = cut(whole, ` (${copy})`, mostLength);
    taken.add(name);
    return [name, cell];
  });
}

/** `download-pages/bounded c8`. */
export function pathName({ key, name }: ComparedCell | UnmatchedCell): string {
  return `${key.scenarioId}/${name}`;
}

function cut(name: string, ending: string, mostLength: number): string {
  if (name.length + ending.length <= mostLength) return `${name}${ending}`;
  // Half of a pair of surrogates is no character.
  return `${name.slice(0, mostLength - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
}
