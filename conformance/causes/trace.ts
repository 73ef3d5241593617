import { failureOf } from '../known/index.ts';
import type { Case } from '../values/case.ts';
import { callsIn } from '../values/steps.ts';
import type { Verdict } from '../values/verdict.ts';
import type { Cause } from './cause.ts';
import { blamedGradients, type Passed } from './gradients.ts';
import { differentiatedBefore, isPass, raisedIn } from './raised.ts';
import { type Ran, suspect } from './suspect.ts';
import { aboutOf, usesOf } from './uses.ts';

/** Whether a case fails, be it as known. */
export const isFailure = (verdict: Verdict): boolean => verdict.verdict === 'xfail' || failureOf(verdict) !== undefined;

/** The cases that went back through ops, and how. */
const passedOf = (cases: readonly Case[], verdicts: readonly Verdict[]): Passed[] =>
  cases.flatMap((c, i) => {
    const verdict = verdicts[i]!;
    if (verdict.verdict === 'unsupported' || !callsIn(c.ops).some(({ op }) => isPass(op))) return [];
    const raised = isFailure(verdict) ? raisedIn(c, verdict) : undefined;
    // What raised before did not come to the pass.
    if (raised !== undefined && !isPass(raised.op)) return [];
    return [{ id: c.id, through: differentiatedBefore(raised?.until ?? c.ops), said: raised?.said }];
  });

/**
 * What ran. A case in which an op raised is about that op, and depends on nothing that would have come after it. Where a
 * backward pass raised, the op is the one whose gradient did.
 */
const ranOf = (cases: readonly Case[], verdicts: readonly Verdict[]): Ran[] => {
  const gradients = blamedGradients(passedOf(cases, verdicts));
  return cases.flatMap((c, i) => {
    const verdict = verdicts[i]!;
    if (verdict.verdict === 'unsupported') return [];
    const fails = isFailure(verdict);
    const raised = fails ? raisedIn(c, verdict) : undefined;
    if (raised === undefined) return [{ id: c.id, about: aboutOf(c), uses: usesOf(c), fails }];
    const before = usesOf({ ...c, ops: raised.until }).filter(({ op }) => op !== 'printing');
    const blamed = gradients.get(c.id);
    const about = blamed ?? (isPass(raised.op) ? aboutOf(c) : raised.op);
    const uses = blamed === undefined ? before : before.filter(({ op }) => op === blamed);
    return [{ id: c.id, about, uses, fails }];
  });
};

/** The vacuous cases whose control fails too, and that control: it is what is to blame. */
const blamedControls = (cases: readonly Case[], verdicts: readonly Verdict[]): ReadonlyMap<string, string> => {
  const failing = new Set(verdicts.filter(isFailure).map(({ id }) => id));
  const vacuous = cases.filter((_, i) => verdicts[i]!.reason === 'vacuous' && isFailure(verdicts[i]!));
  return new Map(
    vacuous.flatMap(({ id, control }) => (control !== undefined && failing.has(control) ? [[id, control]] : [])),
  );
};

/**
 * The most telling first: those that were written about the cause, the simplest of them, which has the fewest uses, and
 * among equals those that come first in the suite.
 */
const orderedBy =
  (name: string, byId: ReadonlyMap<string, Case>) =>
  (cases: readonly Ran[]): string[] => {
    const weight = ({ id }: Ran): number => {
      const c = byId.get(id)!;
      return usesOf(c).length + (aboutOf(c) === name ? 0 : 1000);
    };
    const weighed = cases.map((one) => ({ id: one.id, weight: weight(one) }));
    return weighed.sort((a, b) => a.weight - b.weight).map(({ id }) => id);
  };

/**
 * What the failures of a run come down to, known ones included; each failing case is in one cause. Of all ops of which a
 * case of their own fails, the most suspicious takes the failing cases that use it in the same way, and so on. Once none
 * is left that is broken for certain, those found so far take all failing cases that use them in any way. What is left in
 * the end is put under what it is about. The cause of most failures comes first.
 */
export const traceCauses = (cases: readonly Case[], verdicts: readonly Verdict[]): readonly Cause[] => {
  if (!verdicts.some(isFailure)) return [];
  const controls = blamedControls(cases, verdicts);
  const ran = ranOf(cases, verdicts);
  let left = ran.filter(({ id }) => !controls.has(id));
  const found = new Map<string, Ran[]>();
  const take = (name: string, isIts: (one: Ran) => boolean): void => {
    found.set(name, [...(found.get(name) ?? []), ...left.filter((one) => one.fails && isIts(one))]);
    left = left.filter((one) => !(one.fails && isIts(one)));
  };
  let sure = true;
  for (let next = suspect(left); next !== undefined; next = suspect(left)) {
    const { op, way } = next.use;
    if (sure && !next.certain) {
      for (const name of found.keys()) take(name, ({ uses }) => uses.some((one) => one.op === name));
      sure = false;
    } else take(op, ({ uses }) => uses.some((one) => one.way === way));
  }
  const topics = new Set(left.filter(({ fails }) => fails).map(({ about }) => about));
  for (const topic of topics) take(topic, ({ about }) => about === topic);

  const byId = new Map(cases.map((c) => [c.id, c]));
  const causes = [...found].map(([name, taken]) => {
    const ordered = orderedBy(name, byId);
    const ids = new Set(taken.map(({ id }) => id));
    const vacuous = ran.filter(({ id }) => ids.has(controls.get(id) ?? ''));
    const [own, others] = [taken.filter(({ about }) => about === name), taken.filter(({ about }) => about !== name)];
    return { name, own: ordered(own), others: [...ordered(others), ...ordered(vacuous)] };
  });
  return causes.sort((a, b) => b.own.length + b.others.length - (a.own.length + a.others.length));
};

/** The verdicts, each failing one with the name of its cause. */
export const withCauses = (verdicts: readonly Verdict[], causes: readonly Cause[]): readonly Verdict[] => {
  const names = new Map(
    causes.flatMap(({ name, own, others }) => [...own, ...others].map((id) => [id, name] as const)),
  );
  return verdicts.map((verdict) => {
    const cause = names.get(verdict.id);
    return cause === undefined ? verdict : { ...verdict, cause };
  });
};
