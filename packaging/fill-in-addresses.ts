// Entry of `npm run addresses`, which the release runs before it packs: writes the addresses into this very checkout.

import { readFileSync, writeFileSync } from 'node:fs';
import { fillInAddresses } from './addresses.ts';

const MANIFEST_URL = new URL('../package.json', import.meta.url);
const SCHEMA_URL = new URL('../results/schema.json', import.meta.url);

const read = (url: URL) => JSON.parse(readFileSync(url, 'utf8'));
const write = (url: URL, fields: object) => writeFileSync(url, `${JSON.stringify(fields, null, 2)}\n`);

const { manifest, schema } = fillInAddresses({ manifest: read(MANIFEST_URL), schema: read(SCHEMA_URL) }, process.env);
write(MANIFEST_URL, manifest);
write(SCHEMA_URL, schema);
