// How a page for browsers carries the document that it was drawn from: written by render/, read by document/.

/** Id of the element that holds it. */
export const EMBEDDED_ID = 'overlap-document';

/** A document in fewer bytes: gzip, as base64. One that is small stands there as it is. */
export interface PackedDocument {
  readonly gzip: string;
}
