// Which reports are written and where: those that were asked for, and on GitHub what its pages are made of.

import { isAbsolute, relative, sep } from 'node:path';
import { REPORT_KINDS, type ReportKind } from '../../render/ci/kinds.ts';
import type { Shell } from '../shell/shell.ts';
import type { RequestedReport } from './report-option.ts';

/** One report that will be written. */
export interface PlannedReport {
  readonly kind: ReportKind;
  /** The name of a file, or of one of our own streams. */
  readonly place: string;
  /** True where the file belongs to others, too, and is added to. */
  readonly isShared: boolean;
}

/** Every report of a command, those asked for first; two that came to the same are one. */
export function plannedReports(requested: readonly RequestedReport[], env: Shell['env']): PlannedReport[] {
  const asked = new Set(requested.map(({ kind }) => kind));
  const unasked: ReportKind[] = [
    ...(env.GITHUB_STEP_SUMMARY && !asked.has('summary') ? ['summary' as const] : []),
    ...(env.GITHUB_ACTIONS === 'true' && !asked.has('annotations') ? ['annotations' as const] : []),
  ];
  const all = [...requested, ...unasked.map((kind) => ({ kind, file: null }))].map((each) => planned(each, env));
  return [...new Map(all.map((each) => [`${each.kind} ${each.place}`, each])).values()];
}

function planned({ kind, file }: RequestedReport, env: Shell['env']): PlannedReport {
  if (file !== null) return { kind, place: file, isShared: false };
  if (kind === 'summary' && env.GITHUB_STEP_SUMMARY) return { kind, place: env.GITHUB_STEP_SUMMARY, isShared: true };
  // GitHub reads stderr as it reads stdout, and stdout is for the result alone.
  return { kind, place: REPORT_KINDS[kind].file ?? '/dev/stderr', isShared: false };
}

/** This folder as seen from the top of the repository, for places in files; '' where it is the top, or none is known. */
export function folderInRepository(folder: string, env: Shell['env']): string {
  if (!env.GITHUB_WORKSPACE) return '';
  const inside = relative(env.GITHUB_WORKSPACE, folder);
  return inside.startsWith('..') || isAbsolute(inside) ? '' : inside.replaceAll(sep, '/');
}
