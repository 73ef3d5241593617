import { bluntness } from '../judge/index.ts';
import { atCase, type Lint } from './lint.ts';

/** An expected number that is still accepted when it is off by 1 % tells right from wrong for nobody. */
export const blunt: Lint = {
  name: 'blunt',
  run: ({ cases }) =>
    cases.flatMap((one) =>
      bluntness(one).map(({ name, index, value, allowed }) => {
        const element = index.length > 0 ? `${name}[${index.join(', ')}]` : name;
        const message = `${element} = ${value} would pass as ${Number(value) * 1.01} too (allowed: ±${allowed.toPrecision(2)}); expected a sharper tolerance`;
        return atCase(one, message, 'expected');
      }),
    ),
};
