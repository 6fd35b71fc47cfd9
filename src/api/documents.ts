// Documents of a program: from files, from texts, from memory. Whatever comes from outside is checked, and of today's form
// after that.

import { checkDocument, parseDocument } from '../document/parse.ts';
import { readDocument, writeDocument } from '../document/store.ts';
import type { ResultDocument } from '../model/document/document.ts';
import type { FileUrl } from '../model/file-url.ts';
import type { Report } from '../model/report/report.ts';
import { buildReport } from '../report/build-report.ts';
import { assertPlaceOf } from './checks/assert-place.ts';
import type { DocumentSource } from './other-options.ts';
import { pathOf } from './path-of.ts';

export async function readAt(path: string | FileUrl): Promise<ResultDocument> {
  assertPlaceOf('path', path);
  return readDocument(pathOf(path));
}

export function parsed(textOrValue: unknown, name: string): ResultDocument {
  return typeof textOrValue === 'string' ? parseDocument(textOrValue, name) : checkDocument(textOrValue, name);
}

export async function writeAt(path: string | FileUrl, document: ResultDocument): Promise<void> {
  assertPlaceOf('path', path);
  await writeDocument(pathOf(path), checkDocument(document, 'the document'));
}

export function reportOf(document: ResultDocument): Report {
  return buildReport(checkDocument(document, 'the document'));
}

/** The document that is meant; `name` is how messages call one that is no file. */
export async function documentFrom(source: DocumentSource, name: string): Promise<ResultDocument> {
  return typeof source === 'string' || source instanceof URL ? readAt(source) : checkDocument(source, name);
}
