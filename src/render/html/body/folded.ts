// What is behind a click.

import { html, type Markup } from '../markup.ts';

/** An answer that the reader is to guess first, or more than most ask for. */
export function folded(kind: 'answer' | 'more', words: string, content: Markup): Markup {
  return html`<details class="${kind}"><summary>${words}</summary>
${content}
</details>`;
}
