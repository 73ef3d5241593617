const PREFIX = 'pytorch-until-';

/** The convention of a library that does what PyTorch did until this version. */
export const conventionUntil = (until: string): string => PREFIX + until;

/** The release without its last number: `2.6` for `2.6.0`. */
export const release = (version: string): string => version.split('.').slice(0, 2).join('.');

/** A convention in words: `as PyTorch until 2.6`, or its id. */
export const conventionText = (id: string): string =>
  id.startsWith(PREFIX) ? `as PyTorch until ${release(id.slice(PREFIX.length))}` : `convention: ${id}`;
