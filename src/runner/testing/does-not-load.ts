// A scenario file that throws when it is imported.

throw new Error('this file is broken');
