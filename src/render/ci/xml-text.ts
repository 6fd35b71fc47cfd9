// XML that every parser takes: what a name or a message holds stays text, and characters that XML has no place for are gone.

import { plainText } from '../text-width.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an attribute or between tags. */
export function escapeXml(text: string): string {
  return plainText(text)
    .replace(/[\uFFFE\uFFFF]/g, ' ')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** An element, with its content indented where there are lines of it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly string[] = [],
): string {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(String(value))}"`)];
  const start = `<${opening.join(' ')}`;
  if (typeof content === 'string') return `${start}>${escapeXml(content)}</${name}>`;
  if (content.length === 0) return `${start}/>`;
  return [`${start}>`, ...content.map((child) => child.replace(/^/gm, '  ')), `</${name}>`].join('\n');
}
