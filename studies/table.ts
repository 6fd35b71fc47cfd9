// Tables of the studies: no colour, at most 100 columns, and percentages that say when there is nothing to say.

import Table from 'cli-table3';

/** Draws rows under a head; the first column is left-aligned, the others right. */
export function drawTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1 },
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** A share 0..1 as a percentage, or a dash. */
export function percent(share: number, digits = 1): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(digits)} %` : '–';
}

/** The upper 95 % limit (Wilson) of a share seen as `count` of `total`, 0..1: what the true rate may well be. */
export function upperLimit(share: number, total: number): number {
  const z = 1.645;
  const centre = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return Math.min(1, (centre + reach) / (1 + (z * z) / total));
}
