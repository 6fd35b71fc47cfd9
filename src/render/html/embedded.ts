// The document that a page was drawn from, in the page: as it is where there is room, packed where it is large.

import { gzipSync } from 'node:zlib';
import type { ResultDocument } from '../../model/document/document.ts';
import { EMBEDDED_ID, type PackedDocument } from '../../model/document/embedded-document.ts';
import { Markup } from './markup.ts';

/** The element with the document, or null where even the packed one is larger than the room for it. */
export function embedded(document: ResultDocument, roomBytes: number): Markup | null {
  const packed = (): PackedDocument => ({ gzip: gzipSync(JSON.stringify(document), { level: 9 }).toString('base64') });
  for (const value of [() => document, packed]) {
    const source = `<script type="application/json" id="${EMBEDDED_ID}">${scriptSafe(JSON.stringify(value()))}</script>`;
    if (Buffer.byteLength(source) <= roomBytes) return new Markup(source);
  }
  return null;
}

// No tag can end or begin in there, and nothing that acts unseen stands in the file; JSON reads escapes as what they stand for.
function scriptSafe(json: string): string {
  return json.replace(/[<\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
