// What is written as JSON Schema, for readers in other languages. Rules between parts of a result (every cell belongs to a
// scenario, no arm stands there twice) are checked by this program and stand here as words only.

import { z } from 'zod';
import { comparisonSchema } from './comparison-schema.ts';
import { resultDocumentSchema } from './schema.ts';
import { SCHEMA_VERSION } from './version.ts';

/** Goes up when a reader of comparisons has to change; fields may be added without. */
const COMPARISON_SCHEMA_VERSION = 1;

type JsonSchema = Record<string, unknown>;

/** The schemas that `npm run schema` writes, by their file in results/. */
export function publishedSchemas(): Readonly<Record<string, JsonSchema>> {
  return { 'schema.json': resultSchema(), 'comparison.schema.json': comparisonJsonSchema() };
}

function resultSchema(): JsonSchema {
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

// As an input, so that a reader who checks refuses no field that was added.
function comparisonJsonSchema(): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(comparisonSchema, { io: 'input' });
  return {
    $schema,
    $id: `urn:overlap-bench:comparison:${COMPARISON_SCHEMA_VERSION}`,
    title: 'overlap-bench comparison',
    description:
      'Two versions held against each other, as `--report json` writes it. Times are milliseconds, shares 0..1.',
    ...rest,
  };
}
