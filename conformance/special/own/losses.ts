/** Losses: every pair of an input and a target, and what reductions make of each. */
import { classifies, comparesToTarget } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import type { Element } from '../../values/case.ts';
import type { FloatDtype } from '../../values/dtypes.ts';
import { CLASSES, type Class, elementOf, WIDE } from '../classes.ts';
import { isOpen, type Part } from '../left-open/index.ts';
import { beside1, often, once, Program, stepOf } from '../program.ts';
import { rung, type Table } from '../rung.ts';
import { waysOf } from '../ways.ts';

/** Those that a loss takes; of others it raises. */
export const TAKES: Readonly<Record<string, readonly Class[]>> = {
  binary_cross_entropy: ['zero', 'minus_zero', 'tiny', 'half', 'one'],
};

const pairsOf = (op: string, dtype: FloatDtype, part: Part): readonly (readonly [Class, Class])[] => {
  const classes = TAKES[op] ?? CLASSES;
  return classes.flatMap((a) =>
    classes.filter((b) => !isOpen({ op, dtype, part, classes: [a, b] })).map((b) => [a, b] as const),
  );
};

const elements = (classes: readonly Class[], dtype: FloatDtype): readonly Element[] =>
  classes.map((one) => elementOf(one, dtype));

/** An input and its target, pair by pair; the ways one after another. */
function pairwise({ name: op }: Page, dtype: FloatDtype, part: Part): Program {
  const program = new Program();
  for (const [way, options] of waysOf(op)) {
    const pairs = pairsOf(`${op}${way}`, dtype, part);
    const leaf = part === 'gradient';
    const named = ['x', 'target'].map((name) => `${name}${leaf ? way : ''}`);
    for (const [k, name] of named.entries()) {
      program.tensor(
        name,
        dtype,
        [pairs.length],
        elements(
          pairs.map((pair) => pair[k]!),
          dtype,
        ),
        leaf,
      );
    }
    program.call(op, named, `l${way}`, { ...options, reduction: 'none' });
    if (leaf) {
      program.differentiate(`l${way}`, dtype, [pairs.length], way);
      program.look(often[dtype], ...named.map((name) => `${name}.grad`));
    } else program.look(once[dtype], `l${way}`);
  }
  return program;
}

/** Each first, in the middle and last in a row of three, of which there is one loss. */
function reduced({ name: op }: Page, dtype: FloatDtype): Program {
  const program = new Program();
  const classes = (TAKES[op] ?? CLASSES).filter((one) => one !== 'max');
  program.tensor(
    'x',
    dtype,
    [3 * classes.length, 3],
    classes.flatMap((one) =>
      PLACES.flatMap((place) => [0.25, 0.75].toSpliced(place, 0, elementOf(one, dtype) as never)),
    ),
  );
  // None lies as far from 0 as from 1.
  program.tensor('target', dtype, [3], [0.25, 0.25, 0.125]);
  for (const reduction of ['mean', 'sum']) {
    const [r, m] = [`r_${reduction}`, `m_${reduction}`];
    program.ops.push({
      for: r,
      of: 'x',
      ops: [stepOf(op, [r, 'target'], m, { reduction }), stepOf('record', [m], `l_${reduction}`)],
    });
    program.look(once[dtype], `l_${reduction}`);
  }
  return program;
}

/** What a loss does not take raises, as an input and as a target. */
function refused({ name: op }: Page, dtype: FloatDtype, taken: readonly Class[]): Program {
  const program = new Program();
  program.tensor('half', dtype, [1], [0.5]);
  for (const place of ['input', 'target']) {
    const passed = program.tensor(`passed_as_${place}`, 'int64', [], [0]);
    for (const one of CLASSES.filter((each) => !taken.includes(each))) {
      program.tensor(one, dtype, [1], [elementOf(one, dtype)]);
      const operands = place === 'input' ? [one, 'half'] : ['half', one];
      const out = `l_${place}_${one}`;
      program.ops.push({ try: [stepOf(op, operands, out), stepOf('add_', [passed, 1])] });
    }
    program.look(undefined, passed);
  }
  return program;
}

export const losses: Table = (page, dtype) => {
  if (!comparesToTarget(page)) return [];
  const { name: op } = page;
  return [
    rung(page, dtype, 'values', 'C1', `${op} of every pair of special values`, pairwise(page, dtype, 'value')),
    rung(
      page,
      dtype,
      'gradient',
      'C2',
      `the gradients of ${op} at every pair of special values`,
      pairwise(page, dtype, 'gradient'),
    ),
    ...(TAKES[op] !== undefined && dtype === 'float32'
      ? [rung(page, dtype, 'refused', 'C1', `${op} refuses what is no probability`, refused(page, dtype, TAKES[op]))]
      : []),
    ...(WIDE.includes(dtype)
      ? [rung(page, dtype, 'reduced', 'C5', `mean and sum of ${op} where special values are`, reduced(page, dtype))]
      : []),
  ];
};

const PLACES = [0, 1, 2] as const;
/** Rows with a special value in each place, for a loss that names one of three classes. */
const rows = (op: string, dtype: FloatDtype, part: Part): readonly (readonly Element[])[] =>
  CLASSES.filter((one) => !isOpen({ op, dtype, part, row: 'placed', classes: [one] })).flatMap((one) =>
    PLACES.map((place) => [0.25, -0.5].toSpliced(place, 0, elementOf(one, dtype) as never) as Element[]),
  );

/** Rows whose target is the special value, rows whose target is another, and a target of probabilities where there is one. */
export const classifying: Table = (page, dtype) => {
  if (!classifies(page)) return [];
  const { name: op } = page;
  const program = (part: Part): Program => {
    const asked = rows(op, dtype, part);
    const shape = [asked.length, 3];
    const made = new Program();
    made.tensor('its', 'int64', [asked.length], [0, 1, 2]);
    made.tensor('other', 'int64', [asked.length], [1, 2, 0]);
    const targets = ['its', 'other'];
    if (op === 'cross_entropy') targets.push(made.tensor('q', dtype, shape, [0.25, 0.75, 0]));
    for (const target of targets) {
      const leaf = part === 'gradient';
      const x = made.tensor(leaf ? `x_${target}` : 'x', dtype, shape, asked.flat(), leaf);
      made.call(op, [x, target], `l_${target}`, { reduction: 'none' });
      if (leaf) made.differentiate(`l_${target}`, dtype, [asked.length], `_${target}`);
      made.look((op === 'cross_entropy' ? beside1 : leaf ? often : once)[dtype], leaf ? `${x}.grad` : `l_${target}`);
    }
    return made;
  };
  return [
    rung(page, dtype, 'values', 'C5', `${op} of rows that hold special values`, program('value')),
    rung(page, dtype, 'gradient', 'C2', `the gradient of ${op} of rows that hold special values`, program('gradient')),
  ];
};
