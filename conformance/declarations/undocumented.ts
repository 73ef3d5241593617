/** What an editor can say nothing of: exported declarations, and members of theirs, without a doc comment of their own. */
import { type Declared, exportsOf, type Member, type Part } from './exports.ts';

/** `name` of every declaration that an entry of a package exports without a doc comment, and `name.member` of members. */
export const undocumented = (entry: string): readonly string[] =>
  [...exportsOf(entry)].flatMap(([name, declared]) => [
    ...(declared.statements.every(isDocumented) ? [] : [name]),
    ...declared.members
      .filter((member) => isPublic(member) && !isDocumented(member) && !isShownWith(member, declared))
      .map((member) => `${name}.${nameOf(member)}`),
  ]);

const isDocumented = ({ leadingComments }: Part): boolean => leadingComments?.at(-1)?.value.startsWith('*') === true;
const nameOf = ({ key, type }: Member): string => String(key?.name ?? key?.value ?? type);
const silent: ReadonlySet<string> = new Set(['ClassPrivateProperty', 'TSIndexSignature']);
const isPublic = ({ type, accessibility, kind }: Member): boolean =>
  accessibility !== 'private' && kind !== 'constructor' && !silent.has(type);

const isAccessor = ({ kind }: Member): boolean => kind === 'get' || kind === 'set';
const documents = (other: Member, name: string): boolean => nameOf(other) === name && isDocumented(other);

/** An editor shows the comment of the member of a base, and of what reads a property for what writes it. */
const isShownWith = (member: Member, { members, bases }: Declared): boolean =>
  (isAccessor(member) && members.some((other) => documents(other, nameOf(member)))) ||
  bases.some(
    (base) =>
      base.members.some((other) => documents(other, nameOf(member))) || isShownWith(member, { ...base, members: [] }),
  );
