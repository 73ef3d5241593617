/** The commands of LaTeX that clauses use, as the characters that they stand for. */
const characters: Readonly<Record<string, string>> = {
  ...{ infty: '∞', pm: '±', cdot: '·', times: '×', sum: '∑', top: 'ᵀ', le: '≤', ge: '≥', ne: '≠', in: '∈' },
  ...{ alpha: 'α', beta: 'β', theta: 'θ', lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', rVert: '‖' },
  ...{ mathrm: '', text: '', overline: '', bar: '', left: '', right: '' },
};

const readable = (latex: string): string =>
  latex
    .replaceAll(/\\[,;! ]/g, ' ')
    .replaceAll('\\lVert ', '‖')
    .replaceAll(/\\sqrt\{([^{}]*)\}/g, '√($1)')
    .replaceAll(/\\([a-zA-Z]+)/g, (_, name: string) => characters[name] ?? ` ${name} `)
    .replaceAll('^ᵀ', 'ᵀ')
    .replaceAll(/([_^])\{([^{}]{2,})\}/g, '$1($2)')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/ +(?= )|^ +| +$| +(?=[),\]])|(?<=[a-z]) +(?=\()|(?<=[([]) +/g, '')
    .replaceAll('-', '−');

/** A clause with its formulas (between dollars) as text that is read without a typesetter. */
export const withReadableFormulas = (markdown: string): string =>
  markdown.replaceAll(/\$([^$]+)\$/g, (_, latex: string) => `$${readable(latex)}$`);
