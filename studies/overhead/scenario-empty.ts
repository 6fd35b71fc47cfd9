// A thousand tasks that do nothing: what is left is the harness.

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Nothing',
  question: 'What does a task cost that does nothing?',
  explanation: 'Only its handling.',
  taskCount: 1000,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  cpu: (index) => index,
});
