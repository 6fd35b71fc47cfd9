// What this machine gave when it was asked for cores: once before a run, and before each epoch that has pools.

import { numberParameter } from '../../model/arm-key.ts';
import type { ResultDocument } from '../../model/document/document.ts';

/** Cores asked for and given, in one probe. */
export interface ProbedCores {
  readonly askedCount: number;
  readonly gave: number;
}

/** The probe of the preflight; null where none was made, or of a single thread. */
export function preflightProbe({ preflight, environment }: ResultDocument): ProbedCores | null {
  const askedCount = Math.min(environment.coreCount, preflight?.effectiveCores.length ?? 0);
  const gave = preflight?.effectiveCores[askedCount - 1];
  return gave === undefined || askedCount < 2 ? null : { askedCount, gave };
}

/** The probes of all epochs that asked for more than one core. */
export function epochProbes({ scenarios, cells, environment }: ResultDocument): ProbedCores[] {
  return scenarios.flatMap(({ id, effectiveCores }) => {
    const threads = cells.map(({ key }) => (key.scenarioId === id ? (numberParameter(key, 'threads') ?? 0) : 0));
    const askedCount = Math.min(environment.coreCount, Math.max(0, ...threads));
    return askedCount < 2 ? [] : effectiveCores.map((gave) => ({ askedCount, gave }));
  });
}

/** "1.2", or "1.2 to 1.9". */
export function rangeWords(values: readonly number[]): string {
  const [least, most] = [Math.min(...values).toFixed(1), Math.max(...values).toFixed(1)];
  return least === most ? least : `${least} to ${most}`;
}
