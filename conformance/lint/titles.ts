import type { Fault } from '../load/fault.ts';
import { atCase, type Lint } from './lint.ts';

/** Words that say what ought to be, or what was, where a title states what is. */
const TENSE = /\b(should|shall|will)\b/i;
const TENSE_ZH = /应该|应当|将会/;
const CHINESE = /[\u4e00-\u9fff]/;

const titleFaults = (en: string, zh: string | undefined, inNote: boolean): string[] => {
  const faults: string[] = [];
  const word = TENSE.exec(en)?.[0] ?? (zh === undefined ? undefined : TENSE_ZH.exec(zh)?.[0]);
  if (word !== undefined) faults.push(`says ${JSON.stringify(word)}; expected the present tense`);
  if (/[.。]\s*$/.test(en) || (zh !== undefined && /[.。]\s*$/.test(zh)))
    faults.push('expected no full stop at its end');
  if (CHINESE.test(en)) faults.push('expected English in "en"');
  if (zh !== undefined && !CHINESE.test(zh)) faults.push('expected Chinese in "zh"');
  if (zh === undefined && inNote) faults.push('missing "zh": cases of the note have a Chinese title too');
  return faults;
};

/** Titles are unique in their file, state what is, and are in both languages in the note. */
export const titles: Lint = {
  name: 'titles',
  run: ({ cases }) => {
    const first = new Map<string, string>();
    return cases.flatMap((one): Fault[] => {
      const { en, zh } = one.title;
      const faults = titleFaults(en, zh, one.id.startsWith('note/'));
      for (const title of [en, zh]) {
        if (title === undefined) continue;
        const key = `${one.file}\0${title.toLowerCase()}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, one.id);
        else faults.push(`${JSON.stringify(title)} is the title of ${before} too; expected one of its own`);
      }
      return faults.map((message) => atCase(one, message, 'title'));
    });
  },
};
