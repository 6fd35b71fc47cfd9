import { expect, it, vi } from 'vitest';
import { BenchError } from '../../errors.ts';
import { assertPlaces } from './places.ts';

// Where stdout belongs to another user, as after `su`, its name cannot be opened, and the stream itself is open all the same.
vi.mock('../../document/store.ts', async (original) => ({
  ...(await original<typeof import('../../document/store.ts')>()),
  assertWritable: async (path: string) => {
    throw new BenchError('FILE_WRITE', `cannot write ${path}`, 'Choose a place you may write to.');
  },
}));

it('our own streams may be printed to whatever their names allow, and are no place for numbers', async () => {
  await assertPlaces({ '--out': '/dev/stdout' }, []);
  await assertPlaces({ '--out': '/dev/stderr' }, []);
  await expect(assertPlaces({ '--out': '/dev/fd/1' }, [])).rejects.toMatchObject({ code: 'FILE_WRITE' });
  await expect(assertPlaces({ '--save': '/dev/stdout' }, [])).rejects.toMatchObject({ code: 'FILE_WRITE' });
});
