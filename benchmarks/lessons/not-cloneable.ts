// A lesson: inputs with behaviour, which cannot travel to a worker, and the error that names the value.
// Run it: npm run bench -- not-cloneable --quick

import { defineScenario } from '#bench';

class Price {
  readonly cents: number;
  constructor(cents: number) {
    this.cents = cents;
  }
  withTax() {
    return Math.round(this.cents * 1.19);
  }
}

function checksum(text: string): number {
  let sum = 0;
  for (let pass = 0; pass < 300; pass++) {
    for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) % 1_000_003;
  }
  return sum;
}

export default defineScenario({
  title: 'Send what has behaviour to a worker',
  question: 'Every row computes the same prices. Which rows will have no numbers, and what has to change?',
  explanation:
    'Structured clone copies data: a function stops it, and an instance of a class arrives without its methods. Send the ' +
    'cents and the name of the format, and build the rest where it is needed.',
  tags: ['lesson'],
  taskCount: 8,
  // Try this: take `format` away, and see what becomes of `price`.
  inputs: (taskCount) =>
    Array.from({ length: taskCount }, (_, index) => ({
      price: new Price(1_000 + index),
      format: (cents: number) => `${(cents / 100).toFixed(2)} EUR`,
    })),
  cpu: ({ price, format }) => checksum(format(price.withTax()).repeat(200)),
  check: (sums) => sums.every((sum) => sum > 0),
});
