// A scenario that neither waits nor computes.

export default {
  title: 'No parts',
  question: 'What is there to do?',
  explanation: 'Nothing.',
  taskCount: 1,
  inputs: () => [1],
};
