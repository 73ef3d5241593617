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
  stdio       it is written in another language: a process in Python is to speak for it
[tape] `;

type Form = AutogradForm | 'stdio';
const forms: readonly Form[] = [...autogradForms, 'stdio'];

/** What the flag says, or else a person, or else PyTorch's own form. */
const formOf = async ({ autograd, stdio }: InitFlags, terminal: Terminal): Promise<Form> => {
  const flag = stdio ? 'stdio' : autograd;
  if (flag !== undefined) return flag;
  for (;;) {
    const answer = (await terminal.ask?.(QUESTION))?.trim() ?? '';
    if (answer === '') return 'tape';
    const form = forms.find((one) => one.startsWith(answer.toLowerCase())) ?? nearest(answer, forms);
    if (form !== undefined) return form as Form;
  }
};

export interface InitFlags {
  readonly autograd?: AutogradForm;
  /** A process in the place of an adapter. */
  readonly stdio?: boolean;
}

/** `tconf init [folder]`: writes an adapter, or a process that speaks the line protocol, to complete, a configuration, known failures and a workflow. Never overwrites. */
export const initCommand = async (folder: string, flags: InitFlags, terminal: Terminal): Promise<Exit> => {
  const form = await formOf(flags, terminal);
  const { files, around } = filesFor(folder, form);
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
    `npx tconf smoke   # is the ${form === 'stdio' ? 'process' : 'adapter'} right?`,
    'npx tconf run     # is the library?',
    'npx tconf fuzz    # on what else does it differ?',
  ];
  terminal.out(`\nnext\n${steps.map((step) => `  ${step}\n`).join('')}`);
  return EXIT.ok;
};
