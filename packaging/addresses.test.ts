// Addresses come from the release or not at all.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillInAddresses, SCHEMAS } from './addresses.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const manifest = read('../package.json');
const schemas = Object.fromEntries(SCHEMAS.map((name) => [name, read(`../results/${name}`)]));

const ENV = {
  GITHUB_SERVER_URL: 'https://forge.example',
  GITHUB_REPOSITORY: 'some-one/a.name',
  GITHUB_REF_NAME: `v${manifest.version}`,
};

describe('addresses', () => {
  it('are not in the repository', () => {
    for (const field of ['repository', 'homepage', 'bugs']) expect(manifest).not.toHaveProperty(field);
    for (const { $id } of Object.values(schemas)) expect($id).toMatch(/^urn:overlap-bench:/);
  });

  it('are filled in from the release, and nothing else changes', () => {
    const filled = fillInAddresses({ manifest, schemas }, ENV);
    expect(filled.manifest).toEqual({
      ...manifest,
      homepage: 'https://forge.example/some-one/a.name#readme',
      bugs: 'https://forge.example/some-one/a.name/issues',
      repository: { type: 'git', url: 'git+https://forge.example/some-one/a.name.git' },
    });
    const home = `https://forge.example/some-one/a.name/raw/v${manifest.version}/results`;
    expect(Object.keys(filled.schemas)).toEqual(['schema.json', 'comparison.schema.json']);
    for (const [name, schema] of Object.entries(schemas)) {
      expect(filled.schemas[name]).toEqual({ ...schema, $id: `${home}/${name}` });
      expect(Object.keys(filled.schemas[name] ?? {})).toEqual(Object.keys(schema));
    }
  });

  it.each([
    ['GITHUB_SERVER_URL', undefined, "GITHUB_SERVER_URL: expected an address such as https://server, got ''"],
    ['GITHUB_SERVER_URL', 'https://forge.example/', /^GITHUB_SERVER_URL: /],
    ['GITHUB_REPOSITORY', 'name', "GITHUB_REPOSITORY: expected owner/name, got 'name'"],
    ['GITHUB_REPOSITORY', undefined, /^GITHUB_REPOSITORY: /],
    ['GITHUB_REF_NAME', undefined, /^GITHUB_REF_NAME: /],
    [
      'GITHUB_REF_NAME',
      'v0.0.0',
      `GITHUB_REF_NAME: expected v${manifest.version}, the version in package.json, got 'v0.0.0'`,
    ],
  ])('are refused from %s = %s', (name, value, message) => {
    expect(() => fillInAddresses({ manifest, schemas }, { ...ENV, [name]: value })).toThrow(message);
  });
});
