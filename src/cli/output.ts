// The flags that say how and where a report is printed, shared by all commands that print one.

import { Option } from 'commander';
import { BenchError } from '../errors.ts';
import type { Format } from '../render/renderer.ts';

/** Ids of the formats in render/registry.ts, which loads them all: help does with the names. */
export const FORMATS = ['table', 'json', 'markdown', 'csv', 'html', 'trace'] as const satisfies readonly Format[];

/** What a list is printed as. */
export const LIST_FORMATS = ['table', 'json'] as const satisfies readonly Format[];

export interface OutputFlags {
  readonly format: string;
  readonly out?: string;
}

export interface ReportFlags extends OutputFlags {
  readonly details?: boolean;
  readonly lesson?: true;
}

/** `--format`, with the registry's formats. */
export function formatOption(): Option {
  return new Option('--format <format>', `how to print: ${FORMATS.join(', ')}`).default(FORMATS[0]);
}

/** `--details`. */
export function detailsOption(): Option {
  return new Option(
    '--details',
    'show floors, predictions, CPU and the parts of the time (default: from 120 columns on, and in formats for files)',
  );
}

/** `--no-details`. */
export function noDetailsOption(): Option {
  return new Option('--no-details', 'leave these out of a wide table, too');
}

/** `--lesson`. */
export function lessonOption(): Option {
  return new Option('--lesson', 'with --format html: ask the question first, and have the answer behind a click');
}

/** `--out`. */
export function outOption(): Option {
  return new Option('--out <file>', 'write the report to a file instead of stdout').argParser(fileName('--out'));
}

/** Parses the name of a file to write, for commander. Throws `USAGE`. */
export function fileName(flag: string): (text: string) => string {
  return (text) => {
    if (text !== '' && !/[\\/]$/.test(text) && !text.includes('\0')) return text;
    throw new BenchError('USAGE', `${flag}: expected the name of a file, got '${text}'`, 'Name a file to write.');
  };
}

/** The same, where a folder will do for files that get names of their own. */
export function fileOrFolder(flag: string): (text: string) => string {
  const file = fileName(flag);
  return (text) => (/[^\\/][\\/]$/.test(text) && !text.includes('\0') ? text : file(text));
}
