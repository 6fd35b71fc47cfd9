// Warnings as a Markdown list: what is the matter, and what to do about it.

import type { Warning } from '../../model/report.ts';
import { escapeMarkdown } from './markdown-table.ts';

/** One list, or nothing when there is nothing to warn of. */
export function warningList(warnings: readonly Warning[]): string[] {
  if (warnings.length === 0) return [];
  return [warnings.map(({ message, remedy }) => `- ⚠️ ${escapeMarkdown(`${message} ${remedy}`)}`).join('\n')];
}
