import type { Report } from '../load/fault.ts';
import { defaultCall } from '../pages/call.ts';
import type { Call, Page } from '../pages/page.ts';

const checkForm = ({ operands, options }: Page, { as, symbol }: Call, report: Report): void => {
  const [first] = operands;
  if (as === 'operator' && symbol === undefined) report('/call', 'an operator needs a symbol');
  if (as !== 'operator' && symbol !== undefined) report('/call/symbol', 'only an operator has a symbol');
  if (as === 'operator' && (operands.length < 1 || operands.length > 2))
    report('/call/as', `an operator takes one or two operands, not ${operands.length}`);
  if (as === 'attribute' && (operands.length !== 1 || Object.keys(options).length > 0))
    report('/call/as', 'an attribute takes one operand and no options');
  if (as === 'method' && (first === undefined || first.variadic || first.type === 'tensors'))
    report('/call/as', 'a method needs one operand that it belongs to');
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `call` speaks of options that there are, in a form that the operands allow, and says only what would not follow anyway. */
export const checkCall = (page: Page, report: Report): void => {
  const { call } = page;
  if (call === undefined) return;
  const usual = defaultCall(page);
  const options = Object.keys(page.options).filter((name) => !('alias' in page.options[name]!));
  const positional = call.positional ?? usual.positional;
  for (const name of call.between ?? []) {
    if (!options.includes(name)) report('/call/between', `${name} is no option; expected one of ${options.join(', ')}`);
    if (page.required?.includes(name) !== true)
      report('/call/between', `${name} may be left out; what stands before operands is required`);
  }
  for (const name of positional)
    if (!options.includes(name))
      report('/call/positional', `${name} is no option; expected one of ${options.join(', ')}`);
  for (const name of call.keyword ?? [])
    if (!positional.includes(name))
      report('/call/keyword', `${name} has no position; expected one of ${positional.join(', ')}`);
  checkForm(page, call, report);
  for (const field of ['as', 'positional'] as const)
    if (call[field] !== undefined && same(call[field], usual[field]))
      report(`/call/${field}`, 'follows from the rest of the page; expected nothing');
};
