// Entry of `npm run schema`: writes the published schemas anew after a format has changed.

import { fileURLToPath } from 'node:url';
import { publishedSchemas } from './published-schema.ts';
import { writeWhole } from './store.ts';

for (const [name, schema] of Object.entries(publishedSchemas())) {
  const path = fileURLToPath(new URL(`../../results/${name}`, import.meta.url));
  await writeWhole(path, `${JSON.stringify(schema, null, 2)}\n`);
}
