/** What a module does with its parameters: takes them, lists them, resets their gradients. */
import { COTANGENT, like } from '../drafts.ts';
import type { Program } from '../program.ts';
import { type Rung, stemOf } from '../rung.ts';
import { Held, numbers } from './held-program.ts';
import { SAMPLES, type Sample } from './samples.ts';

/** It takes copies, and leaves gradients and leaves as they are. */
const loads = (sample: Sample): Held => {
  const program = new Held(sample);
  const [first, second] = [program.state('first', 0), program.state('second', 2)];
  program.made('m', first);
  program.back('m', 'y');
  program.load('m', second);
  for (const [path] of sample.parameters) {
    const name = `second_${path.replaceAll('.', '_')}`;
    program.step('fill_', [name, 5]);
  }
  program.step('call', ['m', 'x'], 'z');
  program.ask('y', 'z', ...program.paths('m'), ...program.paths('m', '.grad'));
  for (const name of Object.keys(program.inputs)) if (name.startsWith('first_')) program.ask(name);
  return program;
};

/** A state that lacks the last parameter, and one that has another. */
const [MORE, SHAPE] = ['more', [1]] as const;
const lacking = ({ parameters }: Sample): Sample['parameters'] => parameters.slice(0, -1);

const strictly = (sample: Sample): Held => {
  const program = new Held(sample);
  const state = program.state('first', 0);
  program.made('m', state);
  const names = new Set(lacking(sample).map(([path]) => path));
  const fewer = Object.fromEntries(Object.entries(state).filter(([path]) => names.has(path)));
  program.raises('one_lacks', () => program.load('m', fewer));
  const more = { ...state, [MORE]: { ref: program.give(MORE, numbers(SHAPE, 0)) } };
  program.raises('one_is_unknown', () => program.load('m', more));
  program.raises('as_a_word', () => program.load('m', more, { strict: true }));
  program.ask(...program.paths('m'));
  return program;
};

const leniently = (sample: Sample): Held => {
  const program = new Held(sample);
  program.made('m', program.state('first', 0));
  const more = { [MORE]: { ref: program.give(MORE, numbers(SHAPE, 0)) } };
  program.load('m', { ...program.state('second', 2, lacking(sample)), ...more }, { strict: false });
  program.made('n', program.state('third', 1));
  program.load('n', { ...more, ...program.state('fourth', 3) }, { strict: false });
  program.ask(...program.paths('m'), ...program.paths('n'));
  return program;
};

/** The list holds the parameters themselves, in order. */
const lists = (sample: Sample): Held => {
  const program = new Held(sample);
  program.made('m', program.state('first', 0));
  program.step('parameters', ['m'], 'all');
  program.step('len', ['all'], 'count');
  program.back('m', 'y');
  sample.parameters.forEach((_, k) => {
    const held = `all.${k}`;
    program.step('clone', [held], `p${k}`);
    program.step('is_leaf', [held], `leaf${k}`);
    program.step('requires_grad', [held], `graph${k}`);
    program.ops.push({ no_grad: [{ op: 'mul_', in: [held, 2] }] });
    program.ask(`p${k}`, `leaf${k}`, `graph${k}`, `${held}.grad`);
  });
  program.step('call', ['m', 'x'], 'z');
  program.ask('count', 'y', 'z', ...program.paths('m'), ...program.paths('m', '.grad'));
  return program;
};

/** Its parameters ask for no gradient, or the last one alone does. */
const frozen = (sample: Sample): Held => {
  const program = new Held(sample);
  const state = program.state('first', 0);
  const freeze = (paths: readonly string[]): void => {
    for (const path of paths) program.step('requires_grad_', [path], undefined, { requires_grad: false });
  };
  const cotangent = program.give('c', like(COTANGENT, sample.output));
  program.made('m', state);
  freeze(program.paths('m'));
  const x = program.give('x', numbers(sample.input, 3), 'leaf');
  program.step('call', ['m', x], 'y');
  program.step('backward', ['y', cotangent]);
  program.ask('y', 'x.grad', ...program.paths('m', '.grad'));
  if (sample.parameters.length === 1) return program;
  program.made('n', state);
  freeze(program.paths('n').slice(0, -1));
  program.step('call', ['n', program.give('x_n', numbers(sample.input, 3))], 'z');
  program.step('backward', ['z', cotangent]);
  program.ask('z', ...program.paths('n', '.grad'));
  return program;
};

/** Of modules that have gradients, and of one that has none yet. */
const resets = (sample: Sample): Held => {
  const program = new Held(sample);
  const state = program.state('first', 0);
  const cases = [
    ['none', true],
    ['zeros', false],
    ['afresh', true],
    ['afresh_from_zeros', false],
  ] as const;
  for (const [name, set_to_none] of cases) {
    program.made(name, state);
    program.back(name, `y_${name}`);
    program.step('zero_grad', [name], undefined, { set_to_none });
    if (name.startsWith('afresh')) program.back(name, `z_${name}`);
    program.ask(...program.paths(name, '.grad'));
  }
  program.made('untouched', state);
  program.step('zero_grad', ['untouched'], undefined, { set_to_none: false });
  program.ask(...program.paths('untouched', '.grad'));
  return program;
};

/** Of each module that has parameters. */
export const heldOf = (op: string): readonly Rung[] => {
  const sample = SAMPLES[op];
  if (sample === undefined) return [];
  const of = (id: string, says: string, rules: readonly string[], draft: Program): Rung => ({
    id: `${stemOf(op)}-${id}`,
    title: `\`${op}\` ${says}`,
    rules,
    draft,
  });
  return [
    of('loads', 'takes copies of what is loaded, and keeps its gradients', ['load_state_dict.C1'], loads(sample)),
    of(
      'loads-strictly',
      'is loaded with each of its parameters, and with nothing else',
      ['load_state_dict.C2'],
      strictly(sample),
    ),
    of(
      'loads-leniently',
      'takes what there is of its parameters where it is not loaded strictly',
      ['load_state_dict.C4'],
      leniently(sample),
    ),
    of('parameters', 'lists its parameters themselves, in order', ['parameters.C1', 'parameters.C3'], lists(sample)),
    of('frozen', 'has gradients where few of its parameters ask for one, or none', ['call.C1'], frozen(sample)),
    of(
      'zero-grad',
      'resets all gradients that it has',
      ['zero_grad.C1', 'zero_grad.C2', 'zero_grad.C3'],
      resets(sample),
    ),
  ];
};
