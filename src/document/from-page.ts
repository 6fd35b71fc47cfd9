// The document in a page for browsers, as `--format html` writes it. It is found by its element alone: the page is text here, and
// nothing in it runs.

import { gunzipSync } from 'node:zlib';
import { BenchError } from '../errors.ts';
import { EMBEDDED_ID } from '../model/document/embedded-document.ts';

/** No document is as large once it is unpacked; a file that is was made to fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024;

const IS_PAGE = /^\uFEFF?\s*<(!doctype html|html)[\s>]/i;
const OPENING = `<script type="application/json" id="${EMBEDDED_ID}">`;
const CLOSING = '</script>';

/** The text of a document: of the one in a page, or what it was given. Throws `FILE_NOT_JSON`. */
export function documentTextOf(text: string, name: string): string {
  if (!IS_PAGE.test(text.slice(0, 200))) return text;
  const start = text.lastIndexOf(OPENING);
  if (start < 0) {
    // The document stands at the end of a page: what is cut off before it holds none.
    const isCut = !/<\/html>\s*$/i.test(text);
    throw refusal(
      isCut ? `${name} is a page that is cut off before its end` : `${name} is a page without a result in it`,
    );
  }
  const end = text.indexOf(CLOSING, start);
  if (end < 0) throw refusal(`${name} is a page that is cut off within the result in it`);
  return unpacked(text.slice(start + OPENING.length, end), name);
}

function unpacked(json: string, name: string): string {
  const [, packed] = /^\{"gzip":"([A-Za-z0-9+/=]*)"\}$/.exec(json) ?? [];
  if (packed === undefined) return json;
  try {
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString();
  } catch (thrown) {
    throw refusal(`the result in the page ${name} cannot be unpacked`, thrown);
  }
}

function refusal(message: string, cause?: unknown): BenchError {
  return new BenchError(
    'FILE_NOT_JSON',
    `${message}, expected one that \`--format html\` made of one run`,
    'Give the file that `overlap run` saved, or a page with the result in it: `overlap show FILE --format html`.',
    cause,
  );
}
