import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure, firstLine, usage } from './failure.ts';

/** A file to be written, whole. */
export interface OutFile {
  readonly name: string;
  readonly text: string;
}

/** Raises a usage error if a folder could not be written: before a long run, not after it. Makes nothing. */
export const expectWritable = (folder: string): void => {
  let above = resolve(folder);
  while (!existsSync(above)) above = dirname(above);
  try {
    if (!statSync(above).isDirectory()) throw usage(`cannot write to the folder ${folder}: ${above} is no folder`);
    accessSync(above, constants.W_OK);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw usage(`cannot write to the folder ${folder}: ${firstLine(error)}`, error);
  }
};

/** Writes files whole or not at all: all of them beside their places first, then each is moved to its own. */
export const writeWhole = (folder: string, files: readonly OutFile[]): void => {
  const drafts: string[] = [];
  let name = '';
  try {
    mkdirSync(folder, { recursive: true });
    for (const file of files) {
      name = file.name;
      const draft = join(folder, `.${name}.${process.pid}`);
      drafts.push(draft);
      writeFileSync(draft, file.text);
    }
    for (const [i, file] of files.entries()) {
      name = file.name;
      renameSync(drafts[i]!, join(folder, name));
    }
  } catch (error) {
    for (const draft of drafts) rmSync(draft, { force: true });
    throw usage(`cannot write ${join(folder, name)}: ${firstLine(error)}`, error);
  }
};
