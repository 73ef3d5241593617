import type { Verdict, VerdictName } from '../values/verdict.ts';

/** How many tries a finding is worth of which each may cost a worker, or all the time that a case may take. */
const DEARLY: Readonly<Partial<Record<VerdictName, number>>> = { crash: 40, error: 40, timeout: 25 };

/** Whether what ended so may have cost a worker, or all the time that a case may take. */
export const costsDearly = (ended: string): boolean => ended in DEARLY;

/** How often at most one may try to make a program smaller that ended so; undefined where a try costs little. */
export const triesAfter = ({ verdict }: Verdict): number | undefined => DEARLY[verdict];
