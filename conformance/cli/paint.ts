import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Terminal } from './terminal.ts';

/** The colours of a terminal that shows them; plain text anywhere else, a pipe in a CI service included. */
export const paintOf = ({ color = false }: Terminal): Colors => picocolors.createColors(color);
