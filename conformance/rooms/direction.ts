import type { Import } from './imports.ts';
import { roomOf, type Side } from './map.ts';

/** What holds between the sides, which their READMEs say too. */
export interface House {
  readonly suite: Side;
  readonly reference: Side;
  /** Rooms of the suite that may import the reference itself, each with its reason. */
  readonly doors: Readonly<Record<string, string>>;
}

const isTest = (file: string): boolean => file.endsWith('.test.ts');
/** A test, or what tests share. */
const isForTests = (file: string): boolean => /(\.test|\bsample)\.ts$/.test(file);
const isIn = ({ folder }: Side, file: string): boolean => file.startsWith(`${folder}/`);
const isRoot = ({ folder }: Side, file: string): boolean => !file.slice(folder.length + 1).includes('/');

/** The files that lie in no room, and not in the folder itself. */
export const homeless = (side: Side, files: readonly string[]): readonly string[] =>
  files
    .filter((file) => isIn(side, file) && !isRoot(side, file) && roomOf(side, file) === undefined)
    .map((file) => `${file} lies in no room of ${side.folder}/README.md`);

/** The imports that do not go down, one line each. */
export const wrongWay = (house: House, imports: readonly Import[]): readonly string[] =>
  imports.flatMap((one) => {
    const why = faultOf(house, one);
    return why === undefined ? [] : [`${one.from} imports '${one.specifier}': ${why}`];
  });

function faultOf({ suite, reference, doors }: House, { from, to }: Import): string | undefined {
  if (isTest(to)) return 'it is a test, which nothing imports';
  if (isForTests(to) && !isForTests(from)) return 'it is for tests';
  if (isIn(reference, from) && !isIn(reference, to)) return 'the reference imports nothing from outside';
  if (isIn(suite, from) && isIn(reference, to)) {
    const room = roomOf(suite, from);
    if (isForTests(from) || (room !== undefined && room in doors)) return undefined;
    return `${roomText(suite, from)} sees the reference only through adapters/reference`;
  }
  const side = [suite, reference].find((each) => isIn(each, from));
  if (side === undefined || isForTests(from) || isRoot(side, from)) return undefined;
  if (!isIn(side, to)) return `nothing in ${side.folder}/ imports what lies outside`;
  return upward(side, from, to);
}

function upward(side: Side, from: string, to: string): string | undefined {
  const [mine, theirs] = [roomOf(side, from), roomOf(side, to)];
  if (mine === theirs && mine !== undefined) return undefined;
  if (isRoot(side, to)) return `${roomText(side, from)} stands below the files of ${side.folder}/ itself`;
  if (mine === undefined || theirs === undefined) return undefined; // `homeless` says so
  if (side.rooms.indexOf(theirs) < side.rooms.indexOf(mine)) return undefined;
  return `${roomText(side, from)} stands below ${roomText(side, to)} (${side.folder}/README.md)`;
}

const roomText = (side: Side, file: string): string => `the room ${roomOf(side, file) ?? side.folder}`;
