// What a file edited by hand, by another program or by an enemy may hold in place of a value. About half of the numbers
// lie within the bounds of the format, since what is refused at the door never meets the code behind it.

/** One of the things, all equally likely; throws nothing on an empty list only because there is none here. */
export function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** Numbers at the ends of what the format, a clock or a double can hold. */
export const ODD_NUMBERS: readonly number[] = [
  0,
  1,
  2,
  3,
  0.5,
  5e-324,
  1e-300,
  1e-9,
  0.999_999,
  1.000_001,
  27_733,
  1e6,
  1e9,
  999_999_999_999,
  1e12,
  -1,
  -0.5,
  -5e-324,
  -1e12,
  1e15,
  2 ** 53,
  1e21,
  1e308,
  -1e308,
];

const ESCAPE = '\u001b';

/** Texts that try to act on a terminal, a table, a page or an object. */
export const ODD_TEXTS: readonly string[] = [
  '',
  ' ',
  `${ESCAPE}[31mred${ESCAPE}[0m`,
  `${ESCAPE}[2J${ESCAPE}[H`,
  `${ESCAPE}]0;title\u0007`,
  `${ESCAPE}]8;;http://127.0.0.1/\u0007link${ESCAPE}]8;;\u0007`,
  `cut off ${ESCAPE}[`,
  '\u009b31mC1\u009c',
  '\u0000\u0001\u0008\u007f',
  'two\nlines\r\nand\ra\u2028third\u2029one',
  '\u202eevil\u202c \u2066isolated\u2069 \u200f\u061c',
  'tag\u{e0041}s \ufeff\u200b\u00ad',
  '\ud800 alone \udc00',
  '👩‍👩‍👧‍👦 e\u0301 表 ﷽',
  '__proto__',
  'constructor',
  'toString',
  '| a | b |\n|---|---|',
  '<script>alert(1)</script> [a](javascript:b) `c` *d* \\',
  '=HYPERLINK("http://127.0.0.1/")',
  '"quoted", and; split\t',
  '../../etc/passwd',
  '%s %d $1 $& $`',
  'x'.repeat(300),
  'many words '.repeat(3_000),
  'x'.repeat(99_000),
  `${ESCAPE}[1m`.repeat(10_000),
  '表'.repeat(20_000),
  'x'.repeat(200_000),
];

/** What is no number and no text. */
export const OTHER_VALUES: readonly unknown[] = [null, true, false, [], {}, [[]], [null], { length: 3 }, '12', 'one'];
