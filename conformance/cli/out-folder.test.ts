import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXIT } from './failure.ts';
import { expectWritable, writeWhole } from './out-folder.ts';
import { folderOf } from './sample.ts';

let folder: ReturnType<typeof folderOf>;
beforeEach(() => {
  folder = folderOf({ 'a-file': 'text', 'out/a.json': 'old' });
});
afterEach(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const said = (action: () => void): unknown => {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
};

test('files are replaced whole, in a folder that is made for them', () => {
  const files = [
    { name: 'a.json', text: 'new' },
    { name: 'b.txt', text: 'b' },
  ];
  for (const name of ['out', 'made/for/them']) {
    writeWhole(at(name), files);
    expect(readdirSync(at(name)).sort()).toEqual(['a.json', 'b.txt']);
    expect(readFileSync(join(at(name), 'a.json'), 'utf8')).toBe('new');
  }
});

test('where one file cannot be drafted, none is replaced and nothing is left behind', () => {
  const files = [
    { name: 'a.json', text: 'new' },
    { name: 'no/such/place.txt', text: '' },
  ];
  const error = said(() => writeWhole(at('out'), files));
  expect(error).toMatchObject({
    exit: EXIT.usage,
    message: expect.stringMatching(/^cannot write .*place.txt: [^\n]*$/),
  });
  expect(readdirSync(at('out'))).toEqual(['a.json']);
  expect(readFileSync(at('out/a.json'), 'utf8')).toBe('old');
});

test('a folder in the place of a file is one clear line', () => {
  mkdirSync(at('out/b.txt'));
  const error = said(() => writeWhole(at('out'), [{ name: 'b.txt', text: '' }]));
  expect(error).toMatchObject({ exit: EXIT.usage, message: expect.stringMatching(/^cannot write .*b.txt: [^\n]*$/) });
  expect(readdirSync(at('out')).sort()).toEqual(['a.json', 'b.txt']);
});

test('a folder is known to be writable before anything is written to it', () => {
  for (const name of ['out', 'made/for/them']) expect(said(() => expectWritable(at(name)))).toBeUndefined();
  expect(readdirSync(folder.path).sort()).toEqual(['a-file', 'out']);
  for (const name of ['a-file', 'a-file/below'])
    expect(said(() => expectWritable(at(name)))).toMatchObject({
      exit: EXIT.usage,
      message: expect.stringMatching(/^cannot write to the folder .*: .*a-file is no folder$/),
    });
});
