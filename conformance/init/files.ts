import { join, resolve } from 'node:path';
import { CONFIG_FILE, type Config } from '../config/config.ts';
import { knownReasons } from '../known/index.ts';
import { type AutogradForm, adapterText } from './adapter-text.ts';
import { harnessText } from './harness-text.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { workflowText } from './workflow-text.ts';

/** A file that is to be written. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
}

const HARNESS = 'harness.py';
const KNOWN_FILE = 'known-failures.txt';

/** The Python that runs the process. */
const PYTHON = 'python3';

const configText = (tested: Pick<Config, 'adapter' | 'command'>, { installed }: Surroundings): string => {
  const config: Config & { readonly $schema: string } = {
    $schema: `${installed}/node_modules/tensor-conformance/spec/schema/config.schema.json`,
    ...tested,
    known: KNOWN_FILE,
    out: 'conformance-results',
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
};

const knownText = `# What the library is known to fail, one line each:
#   id-or-glob  # reason: how the message begins | https://where.it.is/tracked
# The reason is one of ${knownReasons.join(', ')}.
# A line that is not true any more fails the run: \`tconf run --update-known\` rewrites this file. It also writes down how
# many cases of each topic run (\`ops/sum  # runs: 12\`), so that an op that disappears fails the run too.
`;

/** The files with which the suite is set up in a folder. */
export const filesFor = (
  folder: string,
  form: AutogradForm | 'stdio',
): { readonly files: readonly NewFile[]; readonly around: Surroundings } => {
  const around = surroundingsOf(folder);
  // Where .ts is CommonJS, a strict compiler refuses ES modules in it.
  const adapter = around.modules ? 'adapter.ts' : 'adapter.mts';
  const at = (name: string): string => join(resolve(folder), name);
  const library = around.library ?? 'your-library';
  const tested =
    form === 'stdio'
      ? {
          path: at(HARNESS),
          text: harnessText(library),
          purpose: 'a process in Python that speaks for your library: follow its TODOs',
        }
      : {
          path: at(adapter),
          text: adapterText(library, form),
          purpose: `the adapter of your library: follow its TODOs (autograd: ${form})`,
        };
  const config = form === 'stdio' ? { command: `${PYTHON} ${HARNESS}` } : { adapter: `./${adapter}` };
  const files = [
    tested,
    { path: at(CONFIG_FILE), text: configText(config, around), purpose: 'the options of tconf run' },
    { path: at(KNOWN_FILE), text: knownText, purpose: 'what the library is known to fail: nothing yet' },
    {
      path: join(around.root, '.github/workflows/conformance.yml'),
      text: workflowText(around),
      purpose: 'runs the suite on every push',
    },
  ];
  return { files, around };
};
