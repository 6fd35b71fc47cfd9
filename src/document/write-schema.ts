// Entry of `npm run schema`: writes the published schema anew after the format has changed.

import { fileURLToPath } from 'node:url';
import { publishedSchema } from './published-schema.ts';
import { writeWhole } from './store.ts';

const path = fileURLToPath(new URL('../../results/schema.json', import.meta.url));
await writeWhole(path, `${JSON.stringify(publishedSchema(), null, 2)}\n`);
