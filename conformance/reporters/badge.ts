import { failsRun, type Report, totalsOf } from './report.ts';
import type { ReportContext } from './report-context.ts';
import { grouped } from './text.ts';

/** The colours of shields, with the meanings that they have to those who know its badges. */
const hues = {
  brightgreen: '#4c1',
  green: '#97ca00',
  yellow: '#dfb317',
  red: '#e05d44',
  lightgrey: '#9f9f9f',
} as const;

interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: keyof typeof hues;
}

/**
 * Green is only what fails nowhere, and bright only what passes everywhere. Known failures are failures: yellow. A run of
 * a part of the suite, or in which nothing passed, has shown too little for a colour.
 */
const colorOf = ({ verdicts }: Report, suiteCases: number): Badge['color'] => {
  const { pass, xfail } = totalsOf(verdicts);
  if (verdicts.some(failsRun)) return 'red';
  if (verdicts.length < suiteCases || pass === 0) return 'lightgrey';
  if (xfail > 0) return 'yellow';
  return pass === suiteCases ? 'brightgreen' : 'green';
};

/**
 * How many cases passed, of how many could run: whether what a library has is right. How many the suite has stands beside
 * it: how much of PyTorch that is.
 */
export const badgeOf = (report: Report, { suiteCases }: Pick<ReportContext, 'suiteCases'>): Badge => {
  const { pass, unsupported } = totalsOf(report.verdicts);
  const ran = report.verdicts.length - unsupported;
  const whole = report.incomplete === undefined ? `${grouped(suiteCases)} cases` : 'incomplete';
  const scope = ran === suiteCases ? '' : ` · ${whole}`;
  return {
    label: 'conformance',
    message: `${grouped(pass)} / ${grouped(ran)}${scope === '' ? '' : ' run'}${scope}`,
    color: colorOf(report, suiteCases),
  };
};

/** `badge.json`: what shields calls an endpoint. */
export const badgeJson = (report: Report, context: Pick<ReportContext, 'suiteCases'>): string =>
  `${JSON.stringify({ schemaVersion: 1, ...badgeOf(report, context) }, null, 2)}\n`;

/** How wide a text of letters, digits and slashes is in 11 px Verdana, nearly; `textLength` sets it exactly. */
const widthOf = (text: string): number =>
  Math.round([...text].reduce((sum, character) => sum + (/[ ,·/fijlrt]/.test(character) ? 4.6 : 7), 0));

/** `badge.svg`: the same as a picture that asks for nothing. */
export const badgeSvg = (report: Report, context: Pick<ReportContext, 'suiteCases'>): string => {
  const { label, message, color } = badgeOf(report, context);
  const [left, right] = [widthOf(label) + 12, widthOf(message) + 12];
  const text = (words: string, middle: number, width: number): string[] =>
    ([15, 14] as const).map(
      (y, i) =>
        `    <text x="${middle}" y="${y}" textLength="${width - 12}"${i === 0 ? ' fill="#010101" fill-opacity=".3"' : ''}>${words}</text>`,
    );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${message}">`,
    `  <title>${label}: ${message}</title>`,
    `  <clipPath id="round"><rect width="${left + right}" height="20" rx="3"/></clipPath>`,
    '  <g clip-path="url(#round)">',
    `    <rect width="${left}" height="20" fill="#555"/>`,
    `    <rect x="${left}" width="${right}" height="20" fill="${hues[color]}"/>`,
    '  </g>',
    '  <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">',
    ...text(label, left / 2, left),
    ...text(message, left + right / 2, right),
    '  </g>',
    '</svg>',
  ].join('\n')}\n`;
};
