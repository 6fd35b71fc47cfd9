// A share as a bar of characters, an eighth of a place exact: it needs no colour and survives being copied.

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const EIGHTH_COUNT = EIGHTHS.length;

/** A bar of at most `width` places; whatever is more than nothing can be seen. */
export function drawBar(shareRatio: number, width: number): string {
  if (!(shareRatio > 0)) return '';
  const eighths = Math.max(1, Math.round(Math.min(1, shareRatio) * width * EIGHTH_COUNT));
  return '█'.repeat(Math.floor(eighths / EIGHTH_COUNT)) + EIGHTHS[eighths % EIGHTH_COUNT];
}
