// Text of other people stays text, wherever it is put.

import { expect, it } from 'vitest';
import { cut, escapeText, html, lines, Markup } from './markup.ts';

it('escapes whatever is put into a template, and nothing twice', () => {
  const inner = html`<b>${'a < b & "c"'}</b>`;
  expect(html`<p title="${'"><script>x</script>'}">${inner}${[inner, 'x>y']}${null}${3}</p>`.source).toBe(
    '<p title="&#34;&#62;&#60;script&#62;x&#60;/script&#62;">' +
      '<b>a &#60; b &#38; &#34;c&#34;</b><b>a &#60; b &#38; &#34;c&#34;</b>x&#62;y3</p>',
  );
});

it('leaves nothing that ends an attribute of either kind, or acts unseen', () => {
  const drawn = escapeText('\'`"<>&\u001b[31mred\u202eevil\u0000\u2028\ud800');
  expect(drawn).not.toMatch(/['`"<>]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(drawn).toContain('red evil');
});

it('cuts what has no end, between characters', () => {
  expect(escapeText('x'.repeat(10_000))).toBe(`${'x'.repeat(2_000)}…`);
  expect(escapeText('<'.repeat(10_000))).toBe(`${'&#60;'.repeat(2_000)}…`);
  expect(cut('ab🎉c', 3)).toBe('ab…');
  expect(cut('short', 5)).toBe('short');
});

it('puts several on lines of their own', () => {
  expect(lines([new Markup('a'), new Markup('b')]).source).toBe('a\nb');
});
