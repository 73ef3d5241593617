const PREFIX = 'pytorch-until-';

/** The convention of a library that does what PyTorch did until this version. */
export const conventionUntil = (until: string): string => PREFIX + until;

/** The release without its last number: `2.6` for `2.6.0`. */
export const release = (version: string): string => version.split('.').slice(0, 2).join('.');

const isEarlier = (id: string): boolean => id.startsWith(PREFIX);

/** A convention by its name: `as PyTorch until 2.6`, or its id. */
export const conventionName = (id: string): string =>
  isEarlier(id) ? `as PyTorch until ${release(id.slice(PREFIX.length))}` : id;

/** A convention as a remark: `as PyTorch until 2.6`, or `convention: biased-variance`. */
export const conventionRemark = (id: string): string => (isEarlier(id) ? conventionName(id) : `convention: ${id}`);
