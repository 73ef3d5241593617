import { escapeUTF8 } from 'entities';
import { shown } from '../text.ts';

/** Text on one line, safe within an element and within a quoted attribute. */
export const text = (value: string, limit = 300): string => escapeUTF8(shown(value, limit));

/** A JSON text that may stand in a script element: nothing in it ends the element or begins a comment. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** An address that is safe to follow, or undefined. */
export const address = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/[^\s"'<>\\]+$/.test(url) && url.length < 2000 ? escapeUTF8(url) : undefined;
