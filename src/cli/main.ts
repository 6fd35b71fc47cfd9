#!/usr/bin/env node
// Connects the command line to this process. What is imported here is compiled anew at every start: it is as little as
// possible, and the rest comes out of the compile cache.

import nodeModule from 'node:module';
import { compileCacheFolder } from '../compile-cache.ts';
import { LEAST_NODE } from '../tool.ts';
import { runtimeComplaint } from './runtime.ts';

const complaint = runtimeComplaint(process.versions.node, LEAST_NODE);
if (complaint === null) {
  nodeModule.enableCompileCache(compileCacheFolder());
  const [{ runCli }, { processShell }] = await Promise.all([
    import('./run-cli.ts'),
    import('./shell/process-shell.ts'),
  ]);
  const code = await runCli(process.argv.slice(2), processShell());
  // A stdout that failed has said so with a code of its own.
  process.exitCode ??= code;
} else {
  process.stderr.write(complaint);
  process.exitCode = 2;
}
