// Durations out of a log, by a regular expression.

const ENTRY = /^\[(\d{2}):(\d{2}):(\d{2})\] (\w+) \/([\w/]+)(?:\?([\w=&]*))? took (\d+) ms$/gm;
const two = (number) => String(number % 60).padStart(2, '0');
const entry = (line, seed) =>
  `[12:${two(line)}:${two(seed)}] GET /shop/item/${line * seed}?page=${line} took ${line % 91} ms`;

export default {
  title: 'Read ten logs',
  question: 'Is a worker worth it?',
  explanation: 'A regular expression runs on the calling thread.',
  taskCount: 10,
  inputs: (taskCount) =>
    Array.from({ length: taskCount }, (_, seed) =>
      Array.from({ length: 5_000 }, (_, line) => entry(line, seed)).join('\n'),
    ),
  cpu: (log) => [...log.matchAll(ENTRY)].reduce((sumMs, match) => sumMs + Number(match[7]), 0),
};
