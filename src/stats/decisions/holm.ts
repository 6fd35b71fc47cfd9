// Many comparisons in one scenario: with ten arms against one reference, one in ten "1 %" findings would be chance.
// Holm's step-down procedure (Scand. J. Statist. 6, 1979) keeps the chance of any false finding below the level,
// whatever the dependence between arms, which share their reference. It does not protect against looking again later.

/** Adjusted p-values in the order given: compare each with the level wanted for the whole family. */
export function holm(pValues: readonly number[]): number[] {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A p-value lies in 0..1, got ${p}.`);
  }
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let running = 0;
  order.forEach((index, position) => {
    running = Math.max(running, Math.min(1, (pValues.length - position) * (pValues[index] as number)));
    adjusted[index] = running;
  });
  return adjusted;
}
