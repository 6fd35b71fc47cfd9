// How the digest of a batch's outputs is written. A file that an earlier version saved has digests of another form:
// they say nothing about whether the outputs are the same.

/** Begins every digest of today's form. */
export const OUTPUT_DIGEST_FORM = '2:';

/** True when the outputs were not the same: two digests of one form that differ, or one digest where the other has none. */
export function areKnownToDiffer(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one !== other;
  return one !== other && formOf(one) === formOf(other);
}

function formOf(digest: string): string {
  return digest.match(/^\d+:/)?.[0] ?? '';
}
