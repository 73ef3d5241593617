import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { NewFile } from './files.ts';

/** A file that cannot be written, so that none is. */
export class NotWritten extends Error {
  readonly path: string;
  constructor(path: string, why: string, cause?: unknown) {
    super(why, { cause });
    this.name = 'NotWritten';
    this.path = path;
  }
}

/**
 * Writes new files, all or none: throws `NotWritten`, and leaves everything as it was, if one of them exists or cannot be
 * written.
 */
export const writeAll = (files: readonly NewFile[]): void => {
  const taken = files.find(({ path }) => existsSync(path));
  if (taken !== undefined) throw new NotWritten(taken.path, 'exists already');
  const made: string[] = [];
  for (const { path, text } of files) {
    try {
      // The topmost folder that this makes, or undefined.
      const folder = mkdirSync(dirname(path), { recursive: true });
      if (folder !== undefined) made.push(folder);
      writeFileSync(path, text, { flag: 'wx' });
      made.push(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' && existsSync(path)) made.push(path);
      for (const one of made.reverse()) rmSync(one, { recursive: true });
      throw new NotWritten(path, `cannot be written: ${(error as Error).message.split('\n')[0]}`, error);
    }
  }
};
