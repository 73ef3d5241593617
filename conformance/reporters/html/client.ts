import { unexpected } from '../report.ts';
import { filterScript } from './client-filter.ts';
import { rowsScript } from './client-rows.ts';

/** The page's script. It reads its data from the page, and asks nobody for anything. */
export const script: string = `'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const failing = new Set(${JSON.stringify([...unexpected])});
${rowsScript}${filterScript}`;
