/** What a case asks of a library, and whether the library has it. */
export { lacking, type Offer, offerOf } from './lacking.ts';
export { type Later, laterThan } from './later.ts';
export { type Feature, type Needs, needsOf } from './needs.ts';
