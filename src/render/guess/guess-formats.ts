// A guess, and the guesses of a class, in every format that has a way to draw them.

import type { GuessClass } from '../../model/teaching/guess-class.ts';
import { blocksMarkup } from '../html/blocks.ts';
import { html } from '../html/markup.ts';
import { wholePage } from '../html/whole-page.ts';
import { toJson } from '../json.ts';
import { pageMarkdown } from '../markdown/markdown.ts';
import { type Page, text } from '../page/page.ts';
import type { RenderOptions } from '../renderer.ts';
import { pageText } from '../terminal/page-text.ts';
import { classPage } from './class-page.ts';
import { classCsv, guessCsv, type NamedGuess } from './guess-csv.ts';
import { predictionPage, type ToldPrediction } from './prediction-page.ts';

/** Guesses, and what they come to together. */
export interface ToldClass {
  readonly guesses: readonly NamedGuess[];
  readonly together: GuessClass;
}

/** How one format prints both. */
export interface GuessFormat {
  readonly prediction: (told: ToldPrediction, options: RenderOptions) => string;
  readonly class: (told: ToldClass, options: RenderOptions) => string;
}

/** By name; each text ends with a newline. */
export const guessFormats: ReadonlyMap<string, GuessFormat> = new Map<string, GuessFormat>([
  [
    'table',
    {
      prediction: (told, options) => pageText(predictionPage(told), options),
      class: ({ together }, options) => pageText(classPage(together), options),
    },
  ],
  ['json', { prediction: ({ guess }) => toJson(guess), class: ({ together }) => toJson(together) }],
  [
    'markdown',
    {
      prediction: (told) => pageMarkdown(predictionPage(told)),
      class: ({ together }) => pageMarkdown(classPage(together)),
    },
  ],
  [
    'html',
    {
      prediction: (told) => browserPage(`a guess at ${told.scenario.id}`, predictionPage(told)),
      class: ({ together }) => browserPage('what a class guessed', classPage(together)),
    },
  ],
  ['csv', { prediction: ({ guess }) => guessCsv(guess), class: ({ guesses }) => classCsv(guesses) }],
]);

/** The blocks of a page as a file that needs nothing else. */
function browserPage(title: string, { title: sentence, body, outcome }: Page): string {
  const blocks = [...(sentence === null ? [] : text(sentence)), ...body, ...outcome];
  return wholePage(`overlap-bench: ${title}`, blocksMarkup(blocks), html`<p>Made by overlap-bench.</p>`);
}
