import { usage } from './failure.ts';

/** A seed: a whole number of 32 bits. */
export const parseSeed = (text: string): number => {
  const seed = Number(text);
  if (/^-?\d{1,10}$/.test(text) && seed >= -(2 ** 31) && seed < 2 ** 31) return seed;
  throw usage(`no seed ${JSON.stringify(text)}; expected a whole number from -2147483648 to 2147483647`);
};

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A length of time such as 60s, in milliseconds. */
export const parseTime = (text: string): number => {
  const [, number, unit] = /^(\d{1,6}(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const time = Number(number) * (units[unit ?? ''] ?? 0);
  if (time > 0) return time;
  throw usage(`no time ${JSON.stringify(text)}; expected a number and its unit, such as 60s, 500ms or 5m`);
};
