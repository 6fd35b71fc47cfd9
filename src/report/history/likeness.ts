// Which past runs a run may be judged by: those of the same kind of machine and with the same settings. A kind is what the
// machine is, never what it measured of itself, and coarse enough that an update of the system does not end a history.

import type { HistoryRun } from '../../model/document/history-run.ts';
import { machineName } from '../facts.ts';

/** What tells two machines apart, in words; empty for the same kind. */
export function machineDifferences(base: HistoryRun, head: HistoryRun): string[] {
  const [one, other] = [base.environment, head.environment];
  const different: string[] = [];
  if (one.cpuModel !== other.cpuModel || one.coreCount !== other.coreCount) {
    different.push(`the machine (${machineName(base)}; ${machineName(head)})`);
  }
  if (runtimeMajor(one.runtime) !== runtimeMajor(other.runtime)) {
    different.push(`the runtime (${one.runtime}; ${other.runtime})`);
  }
  if (systemKind(one.os) !== systemKind(other.os)) different.push(`the system (${one.os}; ${other.os})`);
  return different;
}

/** The settings that differ and change what a median is, in words; empty for the same. */
export function settingsDifferences({ settings: one }: HistoryRun, { settings: other }: HistoryRun): string[] {
  const names = Object.keys(one) as (keyof typeof one)[];
  return names
    .filter((name) => one[name] !== other[name])
    .map((name) => `${WORDS[name]} ${one[name] ?? 'its own'} and ${other[name] ?? 'its own'}`);
}

const WORDS: Record<keyof HistoryRun['settings'], string> = {
  profile: 'profiles',
  roundCount: 'rounds',
  epochCount: 'epochs',
  budgetMs: 'budgets in ms of',
  warmupMs: 'warm-ups in ms of',
};

/** False for a machine that does not name its CPU: nobody knows what it is like. */
export function isKnownMachine({ environment: { cpuModel } }: HistoryRun): boolean {
  return !/^\s*(unknown)?\s*$/i.test(cpuModel);
}

/** True where one may be judged by the other. */
export function isLike(one: HistoryRun, other: HistoryRun): boolean {
  return (
    isKnownMachine(one) && machineDifferences(one, other).length === 0 && settingsDifferences(one, other).length === 0
  );
}

/** The kind of machine and the settings, in a line. */
export function kindName(run: HistoryRun): string {
  const { environment, settings } = run;
  return `${machineName(run)}, ${runtimeMajor(environment.runtime)}, ${systemKind(environment.os)}, ${settings.profile}`;
}

// "node v26.10.0" -> "node v26"
function runtimeMajor(runtime: string): string {
  return runtime.split('.', 1)[0] ?? runtime;
}

// "Linux 6.8.0-45-generic x64" -> "Linux 6 x64": a patch of the kernel is no other system.
function systemKind(os: string): string {
  return os.replace(/(\d+)\.[^\s]*/, '$1');
}
