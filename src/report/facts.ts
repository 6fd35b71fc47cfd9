// Label and value pairs that are the same for all rows: where and how the run was made.

import type { ResultDocument } from '../model/document.ts';

/** The facts of a run, in the order of interest. */
export function reportFacts(document: ResultDocument): { label: string; value: string }[] {
  const { environment, settings, preflight, tool } = document;
  const cores = preflight?.effectiveCores[Math.min(environment.coreCount, preflight.effectiveCores.length) - 1];
  const gave = cores === undefined ? '' : ` (gave ${cores.toFixed(1)} when probed)`;
  return [
    { label: 'machine', value: `${machineName(document)}${gave}` },
    { label: 'runtime', value: `${environment.runtime} on ${environment.os}${environment.ci ? ', in CI' : ''}` },
    {
      label: 'run',
      value: `${document.createdAt}, ${tool.name} ${tool.version}, seed ${document.seed}, commit ${environment.commit?.slice(0, 12) ?? 'none'}`,
    },
    {
      label: 'settings',
      value: [
        settings.profile,
        settings.roundCount === null
          ? `budget ${seconds(settings.budgetMs)}`
          : `${settings.roundCount} ${settings.roundCount === 1 ? 'round' : 'rounds'}`,
        `${settings.epochCount} ${settings.epochCount === 1 ? 'epoch' : 'epochs'}`,
        ...(settings.warmupMs === null ? [] : [`warm-up ${seconds(settings.warmupMs)} an arm`]),
        `c = ${settings.concurrencies?.join(', ') ?? "each scenario's own"}`,
        `w = ${settings.threadCounts.join(', ')}`,
        `measured for ${seconds(document.measuredMs)}`,
      ].join(', '),
    },
  ];
}

/** The machine in a few words. */
export function machineName({ environment }: ResultDocument): string {
  return `${environment.cpuModel}, ${environment.coreCount} ${environment.coreCount === 1 ? 'core' : 'cores'}`;
}

function seconds(timeMs: number): string {
  return `${(timeMs / 1000).toFixed(timeMs < 10_000 ? 1 : 0)} s`;
}
