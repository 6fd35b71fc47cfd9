// `--report KIND[=FILE]`, for every command that compares two versions: its words, and what they may be.

import { Option } from 'commander';
import { BenchError } from '../../errors.ts';
import { REPORT_KINDS, type ReportKind } from '../../render/ci/kinds.ts';
import { nearestHint } from '../../runner/nearest-hint.ts';
import { fileName } from '../output.ts';

/** What one use of the flag asks for. */
export interface RequestedReport {
  readonly kind: ReportKind;
  /** Null where it goes to the place of its kind. */
  readonly file: string | null;
}

const KINDS = Object.keys(REPORT_KINDS);

/** `--report`, which may be repeated. */
export function reportOption(): Option {
  return new Option(
    '--report <kind[=file]>',
    `write a report besides, may be repeated: ${KINDS.join(', ')}; without a file, annotations go to stderr, a summary to GITHUB_STEP_SUMMARY and others to overlap-… in this folder`,
  ).argParser(requestedReports);
}

/** Parses one use of the flag, for commander. Throws `UNKNOWN_FORMAT` or `USAGE`. */
export function requestedReports(text: string, earlier: readonly RequestedReport[] = []): RequestedReport[] {
  const [, kind = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  if (!isKind(kind)) {
    const message = `--report: unknown kind '${kind}'${nearestHint(kind, KINDS)}`;
    throw new BenchError('UNKNOWN_FORMAT', message, `Expected one of: ${KINDS.join(', ')}; with =FILE or without.`);
  }
  return [...earlier, { kind, file: file === undefined ? null : fileName(`--report ${kind}`)(file) }];
}

function isKind(text: string): text is ReportKind {
  return Object.hasOwn(REPORT_KINDS, text);
}
