import { classesText, readClasses } from './accuracy-classes.ts';
import { fixtureTypesText } from './fixture-types.ts';
import { readPages } from './front-matter.ts';
import { opsText } from './ops.ts';
import { opsSchemaText } from './ops-schema.ts';
import { pagesText } from './pages.ts';
import { pythonCallsText } from './python-calls.ts';
import { type List, listText, opFiles } from './reference-lists.ts';
import { opsByHand, referenceOpsText } from './reference-ops.ts';
import { configText, protocolText, validatorsText } from './validators.ts';
import { rawCases, versionsText } from './versions.ts';

/** A checked-in file and the function that gives its text. */
export interface Product {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: () => string | Promise<string>;
}

const listed = (path: string, list: List): Product => ({ path, text: () => listText(list, readPages(), opFiles()) });

/** Everything that `npm run generate` writes. */
export const products: readonly Product[] = [
  { path: 'conformance/pages/pages.gen.ts', text: () => pagesText(readPages()) },
  { path: 'conformance/pages/accuracy-classes.gen.ts', text: () => classesText(readClasses()) },
  { path: 'conformance/adapter/ops.gen.ts', text: () => opsText(readPages()) },
  { path: 'conformance/adapters/pytorch/calls.gen.json', text: () => pythonCallsText(readPages()) },
  { path: 'spec/schema/ops.schema.json', text: () => opsSchemaText(readPages()) },
  { path: 'conformance/load/validators.gen.ts', text: () => validatorsText(readPages()) },
  { path: 'conformance/stdio/protocol.gen.ts', text: protocolText },
  { path: 'conformance/config/config.gen.ts', text: configText },
  { path: 'conformance/load/fixture.gen.ts', text: fixtureTypesText },
  { path: 'conformance/adapters/reference/ops.gen.ts', text: () => referenceOpsText(readPages(), opsByHand()) },
  listed('reference/torch/functions.gen.ts', 'functions'),
  listed('reference/torch/functions-and-methods.gen.ts', 'functions-and-methods'),
  listed('reference/torch/methods.gen.ts', 'methods'),
  listed('reference/torch/linalg.gen.ts', 'linalg'),
  listed('reference/nn/functional.gen.ts', 'functional'),
  { path: 'spec/versions.md', text: () => versionsText(readPages(), rawCases()) },
];
