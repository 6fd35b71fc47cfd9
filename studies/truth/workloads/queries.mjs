// node:sqlite is synchronous, an async function around it notwithstanding. Each thread fills a database of its own.

import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(':memory:');
database.exec('create table visit (page integer, agent text); begin');
const insert = database.prepare('insert into visit values (?, ?)');
for (let row = 0; row < 30_000; row++) insert.run(row % 89, `agent ${(row * 7_919) % 10_007}`);
database.exec('commit');
const query = database.prepare('select count(*) as visits from visit where page >= ? and agent like ?');

export default {
  title: 'Sixteen queries',
  question: 'Does Promise.all help?',
  explanation: 'The query runs on the thread that asks it.',
  taskCount: 16,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, page) => page),
  io: async (page) => query.get(page, '%3%').visits,
};
