// One way alone in a process, as an arm of the suite is: runs one batch for each message and answers how long it took.
// Usage, over IPC: one-way.mjs FILE ORIGIN WAY

import { allAtOnce, loadWork, oneByOne, piscina, twoWorkers } from './ways.mjs';

const [file, origin, way] = process.argv.slice(2);
const open = { allAtOnce, oneByOne, piscina, twoWorkers }[way];
const runBatch = await open(await loadWork(file, origin));
process.on('message', async () => {
  const fromMs = performance.now();
  await runBatch();
  process.send(performance.now() - fromMs);
});
process.on('disconnect', () => process.exit());
process.send('ready');
