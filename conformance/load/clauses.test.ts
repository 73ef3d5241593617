import { expect, test } from 'vitest';
import { clausesOf } from './clauses.ts';

const PAGE = `# sum

Adds up elements.

- **C1** Without \`dim\`, all elements
  are added up.
- a list item that is no clause

  an indented paragraph of that item
- **C2** One line.

After the list.
- **c3** no label
`;

test('a clause is a list item with a label, and goes on over indented lines', () => {
  expect(clausesOf('sum', PAGE)).toEqual([
    { id: 'sum.C1', text: 'Without `dim`, all elements are added up.', line: 5 },
    { id: 'sum.C2', text: 'One line.', line: 10 },
  ]);
});
