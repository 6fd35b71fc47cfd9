// What an output is, in a few bytes: a hash over its canonical form, written as bytes into one buffer. Equal are outputs
// that structured clone cannot tell apart, whatever the order in which keys were inserted: a worker's copy equals what
// it was made from, and an object filled in the order of answers is the same in every batch. `v8.serialize` would not do:
// it writes 5 in two ways and a string in three, depending on what the engine made of them.

import type { Hash } from 'node:crypto';
import { createSha256, sha256 } from './sha256.ts';

const BUFFER_BYTES = 65_536;
/** The longest thing written without looking at the room left: a tag and eight bytes. */
const LONGEST_FIXED_BYTES = 9;
const BYTES_PER_CHAR = 2;
/** Below this, a loop over the characters is faster than a call of native code. */
const SHORT_CHARS = 40;
/** Up to this length the canonical form stands for itself; its hash would be 43 characters. */
const SHORT_FORM_BYTES = 32;

const TAGS = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  int: 4,
  float: 5,
  bigint: 6,
  string: 7,
  array: 8,
  object: 9,
  bytes: 10,
  map: 11,
  set: 12,
  cycle: 13,
  text: 14,
  nan: 15,
} as const;

/** Equal for equal outputs. Throws a `TypeError` for what is no data, such as a Promise. */
export function fingerprintOf(output: unknown): string {
  const canonical = idle.pop() ?? new Canonical();
  try {
    return canonical.fingerprintOf(output);
  } finally {
    idle.push(canonical);
  }
}

class Canonical {
  readonly #bytes = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  #used = 0;
  #hash: Hash | undefined;
  /** The objects around the one being written. */
  #around: object[] = [];
  /** Keys as they stood in the last object and in order: objects of one kind tend to follow each other. */
  #lastKeys: readonly string[] = [];
  #lastInOrder: readonly string[] = [];

  fingerprintOf(output: unknown): string {
    this.#begin();
    this.#value(output);
    const rest = this.#bytes.subarray(0, this.#used);
    if (this.#hash) return this.#hash.update(rest).digest('base64url');
    return this.#used <= SHORT_FORM_BYTES ? rest.toString('latin1') : sha256(rest);
  }

  #begin(): void {
    this.#used = 0;
    this.#hash = undefined;
    this.#around = [];
  }

  #value(value: unknown): void {
    this.#reserve(LONGEST_FIXED_BYTES);
    if (typeof value === 'string') this.#string(TAGS.string, value);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'boolean') this.#tag(value ? TAGS.true : TAGS.false);
    else if (value === undefined) this.#tag(TAGS.undefined);
    else if (value === null) this.#tag(TAGS.null);
    else if (typeof value === 'object') this.#object(value);
    else this.#string(typeof value === 'bigint' ? TAGS.bigint : TAGS.text, String(value));
  }

  #tag(tag: number): void {
    this.#bytes[this.#used++] = tag;
  }

  #number(value: number): void {
    if ((value | 0) === value) this.#count(TAGS.int, value);
    else if (Number.isNaN(value)) this.#tag(TAGS.nan);
    else {
      this.#tag(TAGS.float);
      this.#used = this.#bytes.writeDoubleLE(value, this.#used);
    }
  }

  /** Room for a tag and a count must have been reserved. */
  #count(tag: number, count: number): void {
    const bytes = this.#bytes;
    let at = this.#used;
    bytes[at++] = tag;
    bytes[at++] = count;
    bytes[at++] = count >> 8;
    bytes[at++] = count >> 16;
    bytes[at++] = count >> 24;
    this.#used = at;
  }

  /** In UTF-16, so that no two strings become the same bytes. */
  #string(tag: number, text: string): void {
    this.#reserve(LONGEST_FIXED_BYTES + Math.min(text.length, SHORT_CHARS) * BYTES_PER_CHAR);
    this.#count(tag, text.length);
    if (text.length < SHORT_CHARS) this.#shortText(text);
    else this.#longText(text);
  }

  #shortText(text: string): void {
    const bytes = this.#bytes;
    let at = this.#used;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      bytes[at++] = code;
      bytes[at++] = code >> 8;
    }
    this.#used = at;
  }

  #longText(text: string): void {
    for (let from = 0; from < text.length; ) {
      this.#reserve(BYTES_PER_CHAR);
      const room = Math.floor((BUFFER_BYTES - this.#used) / BYTES_PER_CHAR);
      const part = text.length - from <= room && from === 0 ? text : text.slice(from, from + room);
      this.#used += this.#bytes.write(part, this.#used, 'utf16le');
      from += part.length;
    }
  }

  #object(value: object): void {
    const place = this.#around.lastIndexOf(value);
    if (place >= 0) {
      this.#count(TAGS.cycle, this.#around.length - place);
      return;
    }
    this.#around.push(value);
    if (Array.isArray(value)) this.#array(value);
    else if (Object.getPrototypeOf(value) === Object.prototype) this.#fields(value);
    else if (ArrayBuffer.isView(value)) this.#view(nameOf(value), value as NodeJS.ArrayBufferView);
    else this.#named(nameOf(value), value);
    this.#around.pop();
  }

  #array(values: readonly unknown[]): void {
    this.#count(TAGS.array, values.length);
    for (let index = 0; index < values.length; index++) this.#value(values[index]);
  }

  /** What structured clone keeps of an object: its own fields, whatever its class. */
  #fields(value: object): void {
    const keys = this.#inOrder(Object.keys(value));
    this.#count(TAGS.object, keys.length);
    for (const key of keys) {
      this.#string(TAGS.string, key);
      this.#value((value as Record<string, unknown>)[key]);
    }
  }

  #named(name: string, value: object): void {
    if (name === 'Object') this.#fields(value);
    else if (value instanceof Map) this.#unordered(TAGS.map, value);
    else if (value instanceof Set) this.#unordered(TAGS.set, value);
    else if (value instanceof ArrayBuffer || value instanceof SharedArrayBuffer)
      this.#view(name, new Uint8Array(value));
    else if (value instanceof Date) this.#string(TAGS.text, `Date ${value.getTime()}`);
    else if (value instanceof Error) this.#string(TAGS.text, `${value.name}: ${value.message}`);
    else if (PRINTED.has(name)) this.#string(TAGS.text, `${name} ${value}`);
    else throw new TypeError(`holds a ${name}, which is no data`);
  }

  #view(name: string, view: NodeJS.ArrayBufferView): void {
    this.#string(TAGS.text, name);
    this.#reserve(LONGEST_FIXED_BYTES);
    this.#number(view.byteLength);
    this.#flush();
    this.#hash?.update(view);
  }

  /** Entries of a map or a set, in an order that follows from them alone. */
  #unordered(tag: number, entries: Iterable<unknown> & { readonly size: number }): void {
    this.#count(tag, entries.size);
    const fingerprints = Array.from(entries, fingerprintOf);
    for (const each of fingerprints.sort()) this.#string(TAGS.text, each);
  }

  #inOrder(keys: readonly string[]): readonly string[] {
    const last = this.#lastKeys;
    let same = 0;
    while (same < keys.length && keys[same] === last[same]) same += 1;
    if (same === keys.length && same === last.length) return this.#lastInOrder;
    this.#lastKeys = keys;
    this.#lastInOrder = keys.toSorted();
    return this.#lastInOrder;
  }

  #reserve(byteCount: number): void {
    if (this.#used + byteCount > BUFFER_BYTES) this.#flush();
  }

  #flush(): void {
    this.#hash ??= createSha256();
    this.#hash.update(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
  }
}

/** One is enough, unless an output holds maps or sets, whose entries are looked at one by one. */
const idle: Canonical[] = [];

/** Types whose text says all there is to them. */
const PRINTED = new Set(['RegExp', 'URL', 'Number', 'String', 'Boolean', 'BigInt', 'Symbol']);

/** What an object is, whatever its class: `Object`, `Map`, `Uint8Array` for a Buffer. */
function nameOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
