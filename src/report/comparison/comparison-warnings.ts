// What makes a comparison of two documents doubtful, and whether it makes sense at all.

import type { ResultDocument } from '../../model/document.ts';
import type { Warning } from '../../model/report.ts';
import { effectiveCores } from '../costs/thread-gain.ts';
import { machineName } from '../facts.ts';

/** Runs of identical code on a shared machine were measured to differ by up to this share. */
const RUN_TO_RUN_RATIO = 0.2;

/** True when both runs had the same kind of machine: CPU model, core count and major version of the runtime. */
export function sameMachine(base: ResultDocument, head: ResultDocument): boolean {
  return differences(base, head).length === 0;
}

/** All warnings that apply, the gravest first. */
export function comparisonWarnings(base: ResultDocument, head: ResultDocument, marginRatio: number): Warning[] {
  const warnings: Warning[] = [];
  const different = differences(base, head);
  if (different.length > 0) {
    warnings.push({
      code: 'different-machines',
      message: `The runs differ in ${different.join(' and ')}, so no cell is compared.`,
      remedy: 'Run both versions on the same machine.',
    });
  }
  for (const [side, document] of [
    ['base', base],
    ['head', head],
  ] as const) {
    if (document.complete) continue;
    warnings.push({
      code: 'partial-run',
      message: `The ${side} run was interrupted; it holds fewer rounds than planned.`,
      remedy: 'Run it again before relying on this.',
    });
  }
  const cores = [base, head].map(({ preflight, environment: { coreCount } }) =>
    preflight === null ? null : effectiveCores(preflight, coreCount, coreCount),
  );
  const [baseCores, headCores] = cores;
  if (baseCores != null && headCores != null && Math.abs(Math.log(baseCores / headCores)) > 0.1) {
    warnings.push({
      code: 'different-cores',
      message: `The machine gave ${baseCores.toFixed(1)} cores to base and ${headCores.toFixed(1)} to head; pool rows follow that.`,
      remedy: 'Run both again, close together in time.',
    });
  }
  if (base.settings.profile !== head.settings.profile) {
    warnings.push({
      code: 'different-profiles',
      message: `Base is a ${base.settings.profile} run, head a ${head.settings.profile} one.`,
      remedy: 'Run both in the same profile.',
    });
  }
  warnings.push(...otherOrigins(base, head));
  const narrow = marginRatio < RUN_TO_RUN_RATIO;
  warnings.push({
    code: 'separate-runs',
    message:
      'Two fresh runs of identical code differ by 6 to 20 % on a shared machine, and no interval here can see that.',
    remedy: narrow
      ? `A margin of ${Number((marginRatio * 100).toPrecision(6))} % is below that: expect false alarms, or raise --margin.`
      : 'That is why a change only counts beyond the margin.',
  });
  return warnings;
}

/** The same scenarios, asked of another server or read from another file. */
function otherOrigins(base: ResultDocument, head: ResultDocument): Warning[] {
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

function differences(base: ResultDocument, head: ResultDocument): string[] {
  const different: string[] = [];
  const [one, other] = [base.environment, head.environment];
  if (one.cpuModel !== other.cpuModel || one.coreCount !== other.coreCount) {
    different.push(`the machine (${machineName(base)}; ${machineName(head)})`);
  }
  if (runtimeMajor(one.runtime) !== runtimeMajor(other.runtime)) {
    different.push(`the runtime (${one.runtime}; ${other.runtime})`);
  }
  return different;
}

// "node v26.10.0" -> "node v26"
function runtimeMajor(runtime: string): string {
  return runtime.split('.', 1)[0] ?? runtime;
}
