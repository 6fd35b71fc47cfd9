// Counts primes below a limit by trial division: a pure kernel, a few milliseconds a task.

export default {
  title: 'Count primes twelve times',
  question: 'Is a worker worth it?',
  explanation: 'Numbers travel, nothing is shared.',
  taskCount: 12,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, task) => 30_000 + task),
  cpu: (limit) => {
    let count = 0;
    for (let candidate = 2; candidate < limit; candidate++) {
      let divisor = 2;
      while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++;
      if (divisor * divisor > candidate) count++;
    }
    return count;
  },
};
