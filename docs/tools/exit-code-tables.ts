// The tables of docs/exit-codes.md, made of the lists that the program exits by.

import { ERROR_CODES } from '../../src/errors.ts';
import { EXIT_MEANINGS } from '../../src/exit-codes.ts';

/** The page with its tables as they are today. */
export function withExitCodes(page: string): string {
  return withMade(withMade(page, 'codes', codeTable()), 'errors', errorTable());
}

function codeTable(): string {
  const rows = Object.entries(EXIT_MEANINGS).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return ['| exit code | means |', '| --- | --- |', ...rows].join('\n');
}

function errorTable(): string {
  const rows = Object.keys(EXIT_MEANINGS).flatMap((exitCode) => {
    const names = Object.entries(ERROR_CODES).filter(([, code]) => String(code) === exitCode);
    return names.length === 0 ? [] : [`| ${exitCode} | ${names.map(([name]) => `\`${name}\``).join(', ')} |`];
  });
  return ['| exit code | errors |', '| --- | --- |', ...rows].join('\n');
}

/** Puts a text between the marks of a part that is made. */
function withMade(page: string, part: string, text: string): string {
  const marks = new RegExp(`(<!-- made: ${part} -->\\n).*?(<!-- /made -->)`, 's');
  if (!marks.test(page)) throw new Error(`no part '${part}' on the page`);
  return page.replace(marks, (_, from: string, to: string) => `${from}\n${text}\n\n${to}`);
}
