// Queries of a database in memory: each thread that runs tasks fills one of its own in `setup`.
// Run it: npm run bench -- sqlite-per-worker

import { DatabaseSync } from 'node:sqlite';
import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Ask a database that lives in the process',
  question: 'node:sqlite answers at once, without a promise. Do threads with a database each answer sooner?',
  explanation:
    'A query runs on the thread that asks it, so that one thread has one query under way, however it is scheduled. ' +
    'A connection cannot be sent to a worker; each opens its own, which costs its time once and its memory for good.',
  tags: ['example'],
  taskCount: 16,
  parameters: { rows: 40_000 },
  setup({ parameters }) {
    const database = new DatabaseSync(':memory:');
    database.exec('create table visits (page integer, visitor text); begin');
    const insert = database.prepare('insert into visits values (?, ?)');
    for (let row = 0; row < parameters.rows; row++) insert.run(row % 97, `visitor ${(row * 7_919) % 10_007}`);
    database.exec('commit');
    const query = database.prepare('select count(*) as visits from visits where page = ? and visitor like ?');
    return { database, query };
  },
  teardown: ({ database }) => database.close(),
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index % 97),
  cpu: (page, { context }) => Number(context.query.get(page, '%7%')?.visits),
  check: (counts) => counts.every((count) => count > 0),
});
