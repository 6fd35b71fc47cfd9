// Markdown that fits into so many bytes: whole lines, no table without rows, nothing left folded open, and a sentence that
// says what is missing.

const isRow = (line: string) => line.startsWith('|');
const isRule = (line: string | undefined) => line !== undefined && /^\|(?: -+:? \|)+$/.test(line);

/** Room for the sentence and what closes a fold, whatever the counts in it. */
const NOTE_BYTES = 200;

/** The text as it is, or as many of its lines as fit; empty where not even the sentence does. */
export function cutMarkdown(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  if (mostBytes < NOTE_BYTES) return '';
  const lines = text.trimEnd().split('\n');
  const kept = withoutEmptyTable(lines.slice(0, fittingCount(lines, mostBytes - NOTE_BYTES)), lines);
  const left = lines
    .slice(kept.length)
    .filter((line, index, all) => line !== '' && !isRule(line) && !isRule(all[index + 1]));
  const rows = left.filter(isRow).length;
  const what = [
    ...(rows === 0 ? [] : [`${rows} rows of tables`]),
    ...(left.length === rows ? [] : [`${left.length - rows} other lines`]),
  ];
  const note = `**Cut here**, since there is no room for more: ${what.join(' and ')} are left out. JSON and CSV have all cells.`;
  const closed = isOpen(kept) ? [...kept, '', '</details>'] : kept;
  return `${[...closed, ...(closed.length === 0 ? [] : ['']), note].join('\n')}\n`;
}

function fittingCount(lines: readonly string[], mostBytes: number): number {
  let bytes = 0;
  const over = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > mostBytes;
  });
  return over < 0 ? lines.length : over;
}

function withoutEmptyTable(kept: readonly string[], lines: readonly string[]): readonly string[] {
  if (isRule(lines[kept.length])) return kept.slice(0, -1);
  return isRule(kept.at(-1)) ? kept.slice(0, -2) : kept;
}

function isOpen(lines: readonly string[]): boolean {
  return lines.findLastIndex((line) => line.startsWith('<details>')) > lines.lastIndexOf('</details>');
}
