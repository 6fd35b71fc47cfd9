// Entry that is loaded into the process of a learner's program and into each of its threads before anything else: from then on
// only this machine is reached. It keeps learners from asking a stranger by mistake. It is no sandbox: whoever digs for Node's
// own bindings finds a way around it.

import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import { guardNames } from './names.ts';
import { guardProcesses } from './processes.ts';
import { guardSockets } from './sockets.ts';

guardSockets();
guardNames();
guardProcesses(fileURLToPath(import.meta.url));
syncBuiltinESMExports();
