/** What a case asks of a library, and whether the library has it. */
export { lacking, type Offer, offerOf } from './lacking.ts';
export { datedParts, type Later, laterThan, partText, placeOf } from './later.ts';
export { cameLater, missingFrom } from './missing.ts';
export { type Feature, type Needs, needsOf } from './needs.ts';
