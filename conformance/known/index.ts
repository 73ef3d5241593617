export { settleFloors } from './floor.ts';
export { type Listing, listing } from './match.ts';
export { type Floor, type KnownFault, type KnownLine, type KnownText, knownReasons, parseKnown } from './parse.ts';
export { endsText, failureOf, settleKnown } from './settle.ts';
export { type Update, updateKnown } from './update.ts';
