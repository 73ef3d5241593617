/**
 * Small wrong changes to one op of a library that passes: each is what some library really got wrong. The suite is
 * worth what it notices of them.
 */
import type { Page } from '../pages/page.ts';
import { hasTrait } from '../pages/traits.ts';
import { elementsOf, write } from './calls/memory.ts';
import { type Change, changes, o, same } from './changes.ts';
import type { Call, Mutation, Tools } from './mutation.ts';

const changed =
  (change: Change) =>
  (right: Call, tools: Tools, noted: () => void): Call =>
  (...args) => {
    const result = right(...args);
    const one = (value: unknown) => {
      if (!tools.isTensor(value)) return value;
      const wrong = change(value, tools);
      if (wrong === same) return value;
      noted();
      return wrong;
    };
    return Array.isArray(result) ? result.map(one) : one(result);
  };

/** An in-place op that writes the wrong value: the same changes, written back. */
const written =
  (change: Change) =>
  (right: Call, tools: Tools, noted: () => void): Call =>
  (...args) => {
    const result = right(...args);
    const wrong = change(tools.detach(args[0]), tools);
    if (wrong === same) return result;
    noted();
    write(tools.memory(args[0]), elementsOf(tools.memory(wrong)).data);
    return result;
  };

const VALUES = ['a value 1 % too large', 'an integer one too large', 'zero for everything'] as const;

const givesTensors = (page: Page): boolean => page.results.some((r) => r.type === 'tensor' || r.type === 'any');
const writes = (page: Page, op: string): boolean => page.mutates === true || page.inplace === op;
const hostTypes = new Set(['int', 'float', 'bool', 'ints', 'size', 'text', 'scalar', 'host']);

const wrongHost = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}_`;
  return Array.isArray(value) ? [...value.map(wrongHost)] : value;
};

/** The wrong results of one kind, wherever a tensor is given back. */
export const resultMutation = (name: string): Mutation => ({
  name,
  kind: 'everywhere',
  suits: (page, op) =>
    givesTensors(page) && !writes(page, op) && !(name === 'a gradient 1 % too large' && hasTrait(page, 'flat')),
  apply: changed(changes[name]!),
});

export const mutations: readonly Mutation[] = [
  ...Object.keys(changes).map(resultMutation),
  ...VALUES.map(
    (name): Mutation => ({
      name: `${name}, written`,
      kind: 'everywhere',
      suits: writes,
      apply: written(changes[name]!),
    }),
  ),
  {
    name: 'another host value',
    kind: 'everywhere',
    suits: (page) => page.results.some((r) => hostTypes.has(r.type)),
    apply:
      (right, _tools, noted) =>
      (...args) => {
        const value = right(...args);
        const wrong = wrongHost(value);
        if (wrong !== value) noted();
        return wrong;
      },
  },
  {
    name: 'operands the wrong way round',
    kind: 'everywhere',
    suits: (page, op) =>
      page.operands.length === 2 &&
      page.operands.every((p) => p.type.startsWith('tensor')) &&
      // An in-place form writes to the first of two that may change places.
      !(hasTrait(page, 'symmetric') && !writes(page, op)),
    apply:
      (right, _tools, noted) =>
      (a, b, ...rest) => {
        if (b === undefined || a === b) return right(a, b, ...rest);
        noted();
        return right(b, a, ...rest);
      },
  },
  {
    name: 'nothing raised',
    kind: 'everywhere',
    suits: (page) => page.errors.length > 0,
    apply:
      (right, _tools, noted) =>
      (...args) => {
        try {
          return right(...args);
        } catch {
          noted();
          return args[0];
        }
      },
  },
  {
    name: 'a copy for a view',
    kind: 'everywhere',
    suits: (page) => page.view === true && givesTensors(page),
    apply:
      (right, tools, noted) =>
      (...args) => {
        const result = right(...args);
        if (!tools.isTensor(result)) return result;
        noted();
        return tools.ops.clone!(result, o);
      },
  },
  {
    name: 'a write to a copy',
    kind: 'everywhere',
    suits: writes,
    apply:
      (right, tools, noted) =>
      (self, ...rest) => {
        if (!tools.isTensor(self)) return right(self, ...rest);
        noted();
        return right(tools.ops.clone!(tools.detach(self), o), ...rest);
      },
  },
];

/** One mutation for each option of a page: the op that does not look at it. `place` is where the options stand, from the end by default. */
export const optionMutations = (page: Page, place = -1): readonly Mutation[] =>
  Object.keys(page.options).map((option) => ({
    name: `no look at ${option}`,
    kind: 'everywhere',
    suits: () => true,
    apply:
      (right, _tools, noted) =>
      (...args) => {
        const options = args.at(place) as Record<string, unknown>;
        if (options[option] === undefined) return right(...args);
        noted();
        const { [option]: _dropped, ...rest } = options;
        return right(...args.with(place, rest));
      },
  }));
