// A growing sample that answers "how many are smaller?" at once: the betting test ranks every new difference among all
// seen so far. Sorted blocks of bounded length keep an insertion at about the square root of the size, so 100,000
// rounds cost well under a second, where one flat sorted array would move gigabytes.

const BLOCK_LIMIT = 512;

/** Values kept in ascending order. */
export class SortedValues {
  readonly #blocks: number[][] = [[]];
  #count = 0;

  /** Number of values held. */
  get count(): number {
    return this.#count;
  }

  /** Adds a value and returns how many of those held before were smaller, ties counting one half. */
  insert(value: number): number {
    let before = 0;
    let index = 0;
    for (; index < this.#blocks.length - 1; index++) {
      const block = this.#blocks[index] as number[];
      if ((block[block.length - 1] as number) >= value) break;
      before += block.length;
    }
    const block = this.#blocks[index] as number[];
    const position = lowerBound(block, value);
    const tied = this.#tiedFrom(index, position, value);
    block.splice(position, 0, value);
    this.#count++;
    if (block.length > BLOCK_LIMIT) this.#blocks.splice(index + 1, 0, block.splice(BLOCK_LIMIT / 2));
    return before + position + tied / 2;
  }

  #tiedFrom(blockIndex: number, position: number, value: number): number {
    let tied = 0;
    for (let index = blockIndex, from = position; index < this.#blocks.length; index++, from = 0) {
      const block = this.#blocks[index] as number[];
      while (from < block.length && block[from] === value) {
        from++;
        tied++;
      }
      if (from < block.length) break;
    }
    return tied;
  }
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
