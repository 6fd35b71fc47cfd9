// A whole file for a browser: everything in it, nothing asked for.

import { POLICY } from './assets/policy.ts';
import { SCRIPT } from './assets/script.ts';
import { STYLE } from './assets/style.ts';
import { cut, html, Markup } from './markup.ts';
import { patternDefinitions } from './timelines/patterns.ts';

/** A title is a line, whatever the file says. */
const LONGEST_TITLE = 120;

/** Draws the file; ends with a newline. */
export function wholePage(title: string, content: Markup, footer: Markup): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${cut(title, LONGEST_TITLE)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${patternDefinitions()}
<header>
<h1>${cut(title, LONGEST_TITLE)}</h1>
<div class="tools"><label><input type="checkbox" id="projector"> Large type, for a projector</label></div>
</header>
<main>
${content}
</main>
<footer>
${footer}
</footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
  return page.source;
}
