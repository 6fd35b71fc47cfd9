// How many times as much as one thread several get done of this very work: measured on its own tasks once an epoch, where it
// was; otherwise what the machine gave a kernel of ours, or, for a floor, the cores that there are.

import type { Preflight } from '../../model/document/document.ts';
import { median } from '../../stats/quantile.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';

/** libuv's own default; more computes at once only where the environment says so. */
const LIBUV_THREADS = 4;

/** Gain of so many worker threads (null: of other threads of the process), as each epoch's probe has it. */
function probedGains({ record }: ScenarioData, threads: number | null): number[] {
  const probes = record.sideBySide.filter((probe) => probe.threads === threads && probe.togetherMs > 0);
  return probes.map(({ sideCount, aloneMs, togetherMs }) => {
    return Math.min(sideCount, Math.max(1, (sideCount * aloneMs) / togetherMs));
  });
}

/** For predictions: the middle of the probes. At least 1. */
export function typicalGain(data: ScenarioData, threads: number | null): number {
  const gains = probedGains(data, threads);
  if (gains.length > 0) return median(gains);
  return threads === null ? nominalCores(data, null) : effectiveCores(data.preflight, threads, data.coreCount);
}

/** For floors: the most that any probe saw, or the cores that there are where none was made. At least 1. */
export function mostGain(data: ScenarioData, threads: number | null): number {
  const gains = probedGains(data, threads);
  return gains.length > 0 ? Math.max(...gains) : nominalCores(data, threads);
}

/** Cores that k threads got when the machine was probed; the nominal count where it was not. At least 1. */
export function effectiveCores(preflight: Preflight | null, threads: number | null, coreCount: number): number {
  const measured = preflight?.effectiveCores ?? [];
  const index = Math.min(threads ?? 1, measured.length) - 1;
  return Math.max(1, measured[index] ?? coreCount);
}

/** What no probe can exceed: as many cores as there are, for as many threads as there are. */
export function nominalCores({ coreCount, preflight }: ScenarioData, threads: number | null): number {
  return Math.max(1, Math.min(threads ?? LIBUV_THREADS, Math.max(coreCount, preflight?.effectiveCores.length ?? 0)));
}
