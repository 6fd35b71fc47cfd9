// Entry of `npm run docs`: writes what is made of the documentation.

import { writeFileSync } from 'node:fs';
import { madePages } from './made-pages.ts';

for (const [name, text] of Object.entries(await madePages())) {
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
}
