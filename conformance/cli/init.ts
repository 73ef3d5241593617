import { resolve } from 'node:path';
import { type AutogradForm, autogradForms } from '../init/adapter-text.ts';
import { filesFor } from '../init/files.ts';
import { NotWritten, writeAll } from '../init/write-all.ts';
import { nearest } from '../load/nearest.ts';
import { shortPath } from '../load/suite.ts';
import { EXIT, type Exit, usage } from './failure.ts';
import type { Terminal } from './terminal.ts';

const QUESTION = `How does the library differentiate?
  tape        gradients are a property of tensors: y.backward(), x.grad
  functional  gradients are a function of a function: grad(f)(x)
  none        it does not
[tape] `;

/** What the flag says, or else a person, or else PyTorch's own form. */
const formOf = async (flag: AutogradForm | undefined, terminal: Terminal): Promise<AutogradForm> => {
  if (flag !== undefined) return flag;
  for (;;) {
    const answer = (await terminal.ask?.(QUESTION))?.trim() ?? '';
    if (answer === '') return 'tape';
    const form = autogradForms.find((one) => one.startsWith(answer.toLowerCase())) ?? nearest(answer, autogradForms);
    if (form !== undefined) return form as AutogradForm;
  }
};

/** `tconf init [folder]`: writes an adapter to complete, a configuration, known failures and a workflow. Never overwrites. */
export const initCommand = async (
  folder: string,
  { autograd }: { readonly autograd?: AutogradForm },
  terminal: Terminal,
): Promise<Exit> => {
  const { files, around } = filesFor(folder, await formOf(autograd, terminal));
  try {
    writeAll(files);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    throw usage(`nothing was written: ${shortPath(error.path)} ${error.message}`, error);
  }
  const names = files.map(({ path }) => shortPath(path));
  const width = Math.max(...names.map((name) => name.length));
  for (const [i, { purpose }] of files.entries()) terminal.out(`wrote ${names[i]!.padEnd(width)}  ${purpose}\n`);
  const steps = [
    ...(around.ready ? [] : ['npm install --save-dev tensor-conformance']),
    ...(resolve(folder) === process.cwd() ? [] : [`cd ${folder}`]),
    'npx tconf smoke   # is the adapter right?',
    'npx tconf run     # is the library?',
    'npx tconf fuzz    # on what else does it differ?',
  ];
  terminal.out(`\nnext\n${steps.map((step) => `  ${step}\n`).join('')}`);
  return EXIT.ok;
};
