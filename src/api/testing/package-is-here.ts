// Loaded with `--import`: what says `overlap-bench` gets this checkout, as in a project that has it installed. In every
// thread and process below, since they inherit NODE_OPTIONS.

import { registerHooks } from 'node:module';

const door = new URL('../../index.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'overlap-bench' ? { url: door, shortCircuit: true } : next(specifier, context),
});
