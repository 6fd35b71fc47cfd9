// Label and value pairs that are the same for all rows: where and how the run was made.

import type { Environment, ResultDocument } from '../model/document/document.ts';
import { foreignLoad } from './arms/foreign-load.ts';
import { epochProbes, preflightProbe, rangeWords } from './arms/probed-cores.ts';

/** The facts of a run, in the order of interest. */
export function reportFacts(document: ResultDocument): { label: string; value: string }[] {
  const { environment, settings, tool } = document;
  return [
    { label: 'machine', value: `${machineName(document)}${probeWords(document)}` },
    { label: 'others', value: othersWords(document) },
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
        ...(settings.mostRequestCount === null ? [] : [`at most ${settings.mostRequestCount} requests`]),
        `measured for ${seconds(document.measuredMs)}`,
      ].join(', '),
    },
  ];
}

interface MachineFacts {
  readonly environment: Pick<Environment, 'cpuModel' | 'coreCount'>;
}

/** The machine in a few words. */
export function machineName({ environment }: MachineFacts): string {
  return `${environment.cpuModel}, ${environment.coreCount} ${environment.coreCount === 1 ? 'core' : 'cores'}`;
}

function probeWords(document: ResultDocument): string {
  const before = preflightProbe(document);
  const later = epochProbes(document).map(({ gave }) => gave);
  const words = [
    ...(before === null ? [] : [`${before.gave.toFixed(1)} when probed`]),
    ...(later.length === 0 ? [] : [`${rangeWords(later)} at the ${later.length === 1 ? 'start' : 'starts'} of epochs`]),
  ];
  return words.length === 0 ? '' : ` (gave ${words.join(', ')})`;
}

// Programs that are not ours, and the host: what they used of the cores is not there for anybody who is measured.
function othersWords({ scenarios, cells, environment: { coreCount } }: ResultDocument): string {
  const loads = scenarios.flatMap(({ id }) => {
    const samples = cells.filter(({ key }) => key.scenarioId === id).flatMap((cell) => cell.samples);
    return foreignLoad(samples, coreCount)?.meanCores ?? [];
  });
  if (loads.length === 0) return 'not known';
  const spread = rangeWords(loads);
  const where = spread.includes(' ') ? ', by scenario' : '';
  return `used ${spread} of ${coreCount} ${coreCount === 1 ? 'core' : 'cores'} while measuring${where}`;
}

function seconds(timeMs: number): string {
  return `${(timeMs / 1000).toFixed(timeMs < 10_000 ? 1 : 0)} s`;
}
