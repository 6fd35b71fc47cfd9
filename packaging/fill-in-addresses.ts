// Entry of `npm run addresses`, which the release runs before it packs: writes the addresses into this very checkout.

import { readFileSync, writeFileSync } from 'node:fs';
import { fillInAddresses, SCHEMAS } from './addresses.ts';

const MANIFEST_URL = new URL('../package.json', import.meta.url);
const schemaUrl = (name: string) => new URL(`../results/${name}`, import.meta.url);

const read = (url: URL) => JSON.parse(readFileSync(url, 'utf8'));
const write = (url: URL, fields: object) => writeFileSync(url, `${JSON.stringify(fields, null, 2)}\n`);

const readSchemas = Object.fromEntries(SCHEMAS.map((name) => [name, read(schemaUrl(name))]));
const { manifest, schemas } = fillInAddresses({ manifest: read(MANIFEST_URL), schemas: readSchemas }, process.env);
write(MANIFEST_URL, manifest);
for (const [name, schema] of Object.entries(schemas)) write(schemaUrl(name), schema);
