// A user's configuration, with the sources where a user has the package.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string) => fileURLToPath(new URL(`../${name}.ts`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: [],
    setupFiles: [source('setup')],
    benchmark: { enabled: true, provider: source('provider') },
  },
});
