// Lines that GitHub Actions acts on when a step prints them, escaped as GitHub's own toolkit does it: a name from somebody's
// file must not start a command of its own.

import { plainText } from '../../text-width.ts';

/** How an annotation is shown. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** One annotation. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  /** From the top of the repository; null where there is none. */
  readonly file: string | null;
  readonly text: string;
}

/** One line with its line break; the text may have several lines, and keeps them. */
export function annotationLine({ level, title, file, text }: Annotation): string {
  const lines = text.split('\n').map(plainText).join('\n');
  const place = file === null ? '' : `,file=${escapeProperty(plainText(file))}`;
  return `::${level} title=${escapeProperty(plainText(title))}${place}::${escapeData(lines)}\n`;
}

/** As `toCommandValue` and `escapeData` of @actions/core have it. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As its `escapeProperty`. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
