// Tasks of two steps: a list, then the details of what stands on it.
// Run it: npm run bench -- list-then-details

import { defineScenario } from '#bench';

export default defineScenario({
  title: 'Fetch lists, then what stands on them',
  question: 'Each task asks for a list and then, all at once, for four entries of it. What is the least it can take?',
  explanation:
    'The details cannot be asked for before the list is there: the two steps of a task add up, whatever runs beside it. ' +
    'Tasks do not wait for each other, so that their chains overlap.',
  tags: ['example'],
  taskCount: 6,
  parameters: { details: 4 },
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, index) => index),
  async io(index, { get, parameters }) {
    await get('/delay/6');
    const pages = Array.from({ length: parameters.details }, (_, detail) => index * parameters.details + detail);
    const details = await Promise.all(pages.map((page) => get(`/pages/${page}?delay=8`)));
    return details.map(({ bytes }) => bytes.byteLength);
  },
  check: (lists) => lists.every((lengths) => lengths.every((length) => length > 0)),
});
