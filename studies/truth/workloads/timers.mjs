// Waits for the clock and for nobody else.

import { setTimeout as pause } from 'node:timers/promises';

export default {
  title: 'Twenty-five timers',
  question: 'One by one, or all at once?',
  explanation: 'A timer needs no thread while it runs.',
  taskCount: 25,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, timer) => timer),
  io: (timer) => pause(8, timer),
};
