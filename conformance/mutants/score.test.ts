import { describe, expect, test } from 'vitest';
import adapter from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import { BEYOND_CASES, EQUIVALENT } from './equivalent.ts';
import type { Mutation } from './mutation.ts';
import { tools } from './reference.ts';
import { type Mutant, nameOf, score } from './score.ts';

const { cases } = loadSuite();
/** What is wrong for any operands; `npm run mutants` looks into the others, which take minutes. */
const everywhere = ({ kind }: Mutation): boolean => kind === 'everywhere';
const mutants = await score(adapter, tools, cases, { mutation: everywhere });

describe('the bundled suite', () => {
  test('notices every mutant of every op, module, optimizer and hook that is no equivalent', () => {
    const survivors = mutants.filter((m) => m.fate === 'survived').map(nameOf);
    expect(survivors.filter((name) => !(name in EQUIVALENT) && !(name in BEYOND_CASES))).toEqual([]);
  });

  test('gives most mutants something to change', () => {
    const idle = mutants.filter((m) => m.fate === 'idle');
    expect(idle.length / mutants.length).toBeLessThan(0.3);
  });

  test('is excused from no mutant that it notices', () => {
    const [seen, survivors] = [mutants, mutants.filter((m) => m.fate === 'survived')].map((all) => all.map(nameOf));
    // Those of the other kinds are not looked into here.
    const excused = Object.keys(EQUIVALENT).filter((name) => seen!.includes(name));
    expect(excused.filter((name) => !survivors!.includes(name))).toEqual([]);
    expect(excused.length).toBeGreaterThan(0);
  });
});

describe('score', () => {
  test('lets a mutant survive a suite that does not look', async () => {
    const blind = cases
      .filter((c) => c.id === 'ops/numel/counts-all-elements' || c.rules.includes('numel.C1'))
      .slice(0, 1);
    const fates = await score(adapter, tools, blind, { mutation: everywhere });
    expect(fates.find((m) => nameOf(m) === 'numel: another host value')?.fate).toBe('killed');
    expect(fates.filter((m) => m.seat === 'sum').every((m) => m.fate === 'idle')).toBe(true);
  });

  test('looks at the chosen ops alone', async () => {
    const some = await score(adapter, tools, cases, { seat: (name) => name === 'sqrt', mutation: everywhere });
    // Which case notices first is a matter of time.
    const fates = (all: readonly Mutant[]) => all.map(({ by: _, ...others }) => others);
    expect(fates(some)).toEqual(fates(mutants.filter(({ seat }) => seat === 'sqrt')));
    expect(some).not.toEqual([]);
  });

  test('names the case that noticed', () => {
    const noticed = mutants.find((m) => nameOf(m) === 'sum: no look at keepdim');
    expect(noticed?.by).toMatch(/sum|keepdim/);
  });
});
