// How the study starts vitest: benchmarks alone, measured by this package or by vitest itself.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SETTINGS_VARIABLE, type TrialSettings } from './settings.ts';

const { isOurs }: TrialSettings = JSON.parse(process.env[SETTINGS_VARIABLE] ?? '');
const provider = fileURLToPath(new URL('../../src/vitest/provider.ts', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: [],
    benchmark: { enabled: true, include: ['trials.bench.ts'], ...(isOurs ? { provider } : {}) },
  },
});
