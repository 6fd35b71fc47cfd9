// The document that a page was drawn from, in the page: as it is where there is room, packed where it is large.

import { gzipSync } from 'node:zlib';
import { EMBEDDED_ID, type PackedDocument } from '../../model/document/embedded-document.ts';
import { Markup } from './markup.ts';

/** The element with the document, given as JSON, as it is; null where it takes more room than that. */
export function plainDocument(json: string, roomBytes: number): Markup | null {
  if (json.length > roomBytes) return null;
  const element = elementOf(json);
  return Buffer.byteLength(element.source) <= roomBytes ? element : null;
}

/** The element with the document packed, however large it is. */
export function packedDocument(json: string): Markup {
  const packed: PackedDocument = { gzip: gzipSync(json, { level: 9 }).toString('base64') };
  return elementOf(JSON.stringify(packed));
}

function elementOf(json: string): Markup {
  return new Markup(`<script type="application/json" id="${EMBEDDED_ID}">${scriptSafe(json)}</script>`);
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
