// Which pages are made, wholly or in part, and what they should say today.

import { readFileSync } from 'node:fs';
import { commandPage } from './command-page.ts';
import { withExitCodes } from './exit-code-tables.ts';
import { lessonPages } from './lesson-pages.ts';
import { storyPicture } from './story-picture.ts';

/** The text of each, by the name of its file in docs/. */
export async function madePages(): Promise<Readonly<Record<string, string>>> {
  const exitCodes = readFileSync(new URL('../exit-codes.md', import.meta.url), 'utf8');
  return {
    'commands.md': await commandPage(),
    'exit-codes.md': withExitCodes(exitCodes),
    'pictures/story.svg': await storyPicture(),
    ...lessonPages(),
  };
}
