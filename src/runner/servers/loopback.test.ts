// Which addresses are this machine. No name is really resolved.

import { describe, expect, it } from 'vitest';
import { isThisMachine } from './loopback.ts';

const leadsTo =
  (...addresses: string[]) =>
  async () =>
    addresses;
const neverAsked = () => Promise.reject(new Error('a resolver was asked'));
const isHere = (address: string, resolve = neverAsked as Parameters<typeof isThisMachine>[1]) =>
  isThisMachine(new URL(address), resolve);

describe('this machine', () => {
  it.each([
    'http://127.0.0.1:1',
    'http://127.9.8.7',
    'http://[::1]:1',
    'http://[::ffff:127.0.0.1]',
    'http://2130706433',
  ])('is %s, without asking anybody', async (address) => expect(await isHere(address)).toBe(true));

  it.each([
    'http://192.0.2.1',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::]',
    'http://[2001:db8::1]',
    'http://128.0.0.1',
  ])('is not %s', async (address) => expect(await isHere(address)).toBe(false));

  it('is a name of which every address leads here', async () => {
    expect(await isHere('http://localhost', leadsTo('127.0.0.1', '::1'))).toBe(true);
    expect(await isHere('http://localhost', leadsTo('127.0.0.1', '192.0.2.1'))).toBe(false);
    expect(await isHere('http://localhost.example', leadsTo('192.0.2.1'))).toBe(false);
    expect(await isHere('http://nobody.example', leadsTo())).toBe(false);
  });

  it('is not asked about where a name has no address: that is said', async () => {
    const lost = () => Promise.reject(new Error('ENOTFOUND'));
    const message = "--target: no address is known for 'nobody.example' (ENOTFOUND)";
    await expect(isHere('http://nobody.example', lost)).rejects.toMatchObject({ code: 'TARGET_UNUSABLE', message });
  });
});
