// The pages of hunts: which there are, what one asks for, and the verdict on a program.

import { type Block, heading, type Page, table, text } from './page.ts';

/** A hunt as the list shows it. */
export interface ListedHunt {
  readonly number: number;
  readonly title: string;
  /** The program in the working folder; null where there is none yet. */
  readonly file: string | null;
}

/** What was made of a program. */
export interface HuntVerdict {
  /** What it shows of a mistaken belief; null where it is right. */
  readonly shown: {
    readonly misconception: string;
    readonly seen: string;
    readonly why: string;
    readonly look: string;
  } | null;
  /** Told of a right one. */
  readonly afterwards: string;
  readonly seed: number;
}

/** All hunts; `command` hands one out. */
export function huntListPage(hunts: readonly ListedHunt[], command: string): Page {
  return {
    title: 'Ten programs, each with one thing wrong',
    outcome: text(
      `\`${command} 1\` hands out the first. What is wrong is for you to find; what a right one does is told in the end.`,
    ),
    body: [
      table(hunts, [
        { header: 'hunt', kind: 'figure', cell: ({ number }) => String(number) },
        { header: 'title', kind: 'word', cell: ({ title }) => title },
        { header: 'your program', kind: 'word', cell: ({ file }) => file ?? '–' },
      ]),
    ],
  };
}

/** What to do now: words, and the command for it. */
export interface NextStep {
  readonly words: string;
  readonly command: string;
}

/** What a hunt asks for, and what came of it. */
export function huntPage(
  { number, title, task }: { readonly number: number; readonly title: string; readonly task: string },
  verdict: HuntVerdict | null,
  next: NextStep,
): Page {
  return {
    title: `Hunt ${number}: ${title}`,
    body: [...text(task), ...(verdict === null ? [] : verdictBlocks(verdict))],
    outcome: [heading('Next'), ...text(next.words), ...text(next.command, 'Run')],
  };
}

function verdictBlocks({ shown, afterwards, seed }: HuntVerdict): Block[] {
  if (shown === null) return [heading(`Right (seed ${seed})`), ...text(afterwards)];
  const { misconception, seen, why, look } = shown;
  return [
    heading(`Not yet: ${misconception} (seed ${seed})`),
    ...text(seen, 'Seen'),
    ...text(why, 'Why'),
    ...text(look, 'Hint'),
  ];
}
