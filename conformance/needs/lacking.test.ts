import { describe, expect, test } from 'vitest';
import { functional, tape } from '../evaluate/fake/fake-library.ts';
import { lacking, type Offer, offerOf } from './lacking.ts';
import type { Needs } from './needs.ts';

const nothing: Needs = { ops: [], dtypes: [], features: [], tags: [], raises: undefined };
const bare: Offer = { ops: {}, dtypes: { float32: true }, mutation: 'none' };
const lacks = (offer: Partial<Offer>, needs: Partial<Needs>): string | undefined =>
  lacking({ ...bare, ...offer }, { ...nothing, ...needs });
const some = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, true]));

describe('a library lacks', () => {
  test('nothing that it is not asked for', () => {
    expect(lacks({}, {})).toBeUndefined();
  });
  test('a dtype that it neither has nor substitutes', () => {
    expect(lacks({}, { dtypes: ['float32', 'int64'] })).toBe('dtype int64');
    expect(lacks({ dtypes: { int64: 'int32' } }, { dtypes: ['int64'] })).toBeUndefined();
  });
  test.each([
    ['autograd', { autograd: { kind: 'functional' } }],
    ['autograd.tape', { autograd: { kind: 'tape' } }],
    ['views', { mutation: 'in-place' }],
    ['random.pytorch', { random: 'pytorch' }],
    ['print', { print: String }],
  ] as const)('the feature %s unless it says so', (feature, offer) => {
    expect(lacks({}, { features: [feature] })).toBe(`feature ${feature}`);
    expect(lacks(offer, { features: [feature] })).toBeUndefined();
  });
  test('a tape, if it differentiates functions', () => {
    expect(lacks({ autograd: { kind: 'functional' } }, { features: ['autograd.tape'] })).toBe('feature autograd.tape');
  });
});

describe('an op is there', () => {
  test('if it is listed, or composed', () => {
    expect(lacks({}, { ops: ['exp'] })).toBe('op exp');
    expect(lacks({ ops: some('exp') }, { ops: ['exp'] })).toBeUndefined();
    expect(lacks({ composed: some('exp') }, { ops: ['exp'] })).toBeUndefined();
    expect(lacks({ ops: some('frobnicate') }, { ops: ['frobnicate'] })).toBe('op frobnicate');
  });
  test('in place, if its plain form is and tensors cannot be written to', () => {
    expect(lacks({ ops: some('add') }, { ops: ['add_'] })).toBeUndefined();
    expect(lacks({ ops: some('add'), mutation: 'in-place' }, { ops: ['add_'] })).toBe('op add_');
  });
  test('if the evaluator does it', () => {
    const functional = { kind: 'functional' } as const;
    expect(lacks({}, { ops: ['tuple', 'getitem', 'len', 'call'] })).toBeUndefined();
    expect(lacks({ autograd: functional }, { ops: ['zero_', 'requires_grad_', 'autograd.grad'] })).toBeUndefined();
    expect(lacks({ autograd: { kind: 'tape' } }, { ops: ['autograd.grad'] })).toBe('op autograd.grad');
    expect(lacks({ autograd: functional }, { ops: ['optim.SGD'] })).toBeUndefined();
    expect(lacks({}, { ops: ['optim.SGD'] })).toBe('op optim.SGD');
  });
  test('as a module, if the module or its function is', () => {
    expect(lacks({}, { ops: ['nn.Linear'] })).toBe('op nn.Linear');
    expect(lacks({ ops: some('linear') }, { ops: ['nn.Linear'] })).toBeUndefined();
    expect(lacks({ modules: some('nn.Linear') }, { ops: ['nn.Linear'] })).toBeUndefined();
    expect(lacks({}, { ops: ['nn.Sequential'] })).toBeUndefined();
  });
});

describe("an error is nothing that the evaluator raises in a library's place", () => {
  test.each([
    ['add_', { ops: some('add') }, { ops: some('add', 'add_') }],
    ['nn.Linear', { ops: some('linear') }, { modules: some('nn.Linear') }],
    ['optim.SGD', { autograd: { kind: 'functional' } }, { optim: some('optim.SGD') }],
    ['load_state_dict', {}, { modules: {} }],
  ] as [string, Partial<Offer>, Partial<Offer>][])('%s', (raises, without, having) => {
    expect(lacks(without, { raises })).toBe(`an error of ${raises}`);
    expect(lacks(having, { raises })).toBeUndefined();
  });
  test('but what it lists it may raise in', () => {
    expect(lacks({ ops: some('exp') }, { raises: 'exp' })).toBeUndefined();
    expect(lacks({}, { raises: 'backward' })).toBeUndefined();
  });
});

describe('an error about a dtype', () => {
  const dtypes = { float64: true, float32: 'float64', int64: 'float64', uint8: 'int32', int32: true } as const;
  test('is nothing that a library raises which is given another class of dtype', () => {
    expect(lacks({ dtypes }, { kind: 'unsupported_dtype', dtypes: ['int64'] })).toBe(
      'an error about int64, for which float64 stands in',
    );
    expect(lacks({ dtypes }, { kind: 'unsupported_dtype', dtypes: ['uint8', 'float32'] })).toBeUndefined();
    expect(lacks({ dtypes }, { kind: 'shape_mismatch', dtypes: ['int64'] })).toBeUndefined();
  });
  test('is nothing that a library raises to which two dtypes are one', () => {
    expect(lacks({ dtypes }, { kind: 'dtype_mismatch', dtypes: ['float32', 'float64'] })).toBe(
      'an error about float32, for which float64 stands in',
    );
    expect(lacks({ dtypes }, { kind: 'dtype_mismatch', dtypes: ['float32', 'int32'] })).toBeUndefined();
  });
});

test('an offer says the same as plain data', () => {
  for (const adapter of [tape, functional, { ...tape, print: String, random: 'pytorch' } as const]) {
    const sent = JSON.parse(JSON.stringify(offerOf(adapter))) as Offer;
    for (const needs of [
      { ops: ['exp'] },
      { ops: ['log'] },
      { features: ['print'] },
      { features: ['random.pytorch'] },
      { features: ['autograd.tape'] },
      { features: ['views'] },
      { dtypes: ['int64'] },
      { dtypes: ['float64'] },
    ] as const) {
      expect(lacking(sent, { ...nothing, ...needs })).toBe(lacking(adapter, { ...nothing, ...needs }));
    }
  }
});
