// The file format as JSON Schema, for readers in other languages. Rules between parts (every cell belongs to a scenario, no arm
// stands there twice) are checked by this program and stand here as words only.

import { z } from 'zod';
import { resultDocumentSchema, SCHEMA_VERSION } from './schema.ts';

/** The schema that `npm run schema` writes to results/schema.json. */
export function publishedSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(resultDocumentSchema);
  return {
    $schema,
    $id: `urn:overlap-bench:result-document:${SCHEMA_VERSION}`,
    title: 'overlap-bench result document',
    description:
      'One run, as `overlap run` saves it. Times are milliseconds, shares 0..1. Every cell belongs to a scenario.',
    ...rest,
  };
}
