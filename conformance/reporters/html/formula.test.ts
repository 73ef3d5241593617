import { expect, test } from 'vitest';
import { clauseTexts, readSpec } from '../../load/spec.ts';
import { withReadableFormulas } from './formula.ts';

test.each([
  ['$\\infty - \\infty$ is NaN', '$∞ − ∞$ is NaN'],
  ['$0 \\cdot \\infty$', '$0 · ∞$'],
  ['$xW^\\top + b$', '$xWᵀ + b$'],
  ['$1 / (1 + e^{-x})$ and $2^{-24}$', '$1 / (1 + e^(−x))$ and $2^(−24)$'],
  ['$\\mathrm{sign}(\\mathrm{input} - \\mathrm{target})$', '$sign(input − target)$'],
  ['$r = \\sqrt{-2\\ln(1 - u_2)}$', '$r = √(−2 ln(1 − u_2))$'],
  ['$r\\sin\\theta$', '$r sin θ$'],
  ['$\\ln 0 = -\\infty$', '$ln 0 = −∞$'],
  ['$x / \\lVert x\\rVert$', '$x / ‖x‖$'],
  ['$\\text{out}[j] = \\text{self}[i_1[j]]$', '$out[j] = self[i_1[j]]$'],
  ['`a-b` costs nothing', '`a-b` costs nothing'],
])('%s', (markdown, text) => {
  expect(withReadableFormulas(markdown)).toBe(text);
});

test('no clause of the spec keeps a command', () => {
  const left = [...clauseTexts(readSpec()).values()].flatMap(
    (clause) => withReadableFormulas(clause).match(/\$[^$]*[\\{}][^$]*\$/g) ?? [],
  );
  expect(left).toEqual([]);
});
