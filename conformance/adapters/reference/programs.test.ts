import { expect, test } from 'vitest';
import * as exported from '../../../reference/index.ts';
import { loadSuite } from '../../load/suite.ts';
import { typescriptOf } from '../../show/index.ts';
import type { Case } from '../../values/case.ts';

/** The types that `typescriptOf` writes, taken out again: what is left is JavaScript. */
const withoutTypes = (text: string): string =>
  text
    .replace(/!: \w+;/g, ';')
    .replace(/: Tensor\[\] = /g, ' = ')
    .replace(/ as (?:TensorError|Tensor\[\])/g, '')
    .replace(/(?<=[\w)\]])!(?=[.,;)\]\s])/g, '');

/** Runs a case's program on the reference, and gives the lines that it prints. */
const run = (c: Case): string[] => {
  const lines: string[] = [];
  const body = withoutTypes(typescriptOf(c)).replace(/^import \{ (.*) \} from .*$/m, (_, names: string) => {
    const values = names.split(', ').filter((name) => !name.startsWith('type '));
    return `const { ${values.join(', ')} } = exported;`;
  });
  const program = new Function('exported', 'console', body);
  program(exported, { log: (...parts: unknown[]) => lines.push(parts.map(String).join(' ')) });
  return lines;
};

/** A method of a missing gradient: the language itself raises, a TypeError here, an AttributeError in Python. */
const ofNothing = (raised = ''): boolean => /Cannot read properties of null \(reading '\w+'\)$/.test(raised);

const { cases } = loadSuite();

test('every case, shown as TypeScript, runs on the reference and raises what it should', () => {
  const broken = cases.flatMap((c) => {
    try {
      const raised = run(c).find((line) => line.includes(' (expected: '));
      const due = c.expected.error?.kind;
      const right =
        raised?.startsWith(`${due} (expected: ${due})`) || (due === 'invalid_argument' && ofNothing(raised));
      return due === undefined || right ? [] : [`${c.id}: ${raised}`];
    } catch (error) {
      return [`${c.id}: ${error}`];
    }
  });
  expect(broken).toEqual([]);
});

test('what it prints of a tensor is what PyTorch prints', () => {
  const differ = cases.flatMap((c) => {
    const entries = Object.entries(c.expected.names);
    const texts = entries.map(([, { prints }]) => prints);
    if (c.expected.error || c.expected.either || texts.length === 0) return [];
    if (!texts.every((text) => text?.startsWith('tensor('))) return [];
    return run(c).join('\n') === texts.join('\n') ? [] : [c.id];
  });
  expect(differ).toEqual([]);
});
