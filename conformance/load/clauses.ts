/** A labelled clause of a spec page or chapter: `- **C1** …`. */
export interface Clause {
  /** `sum.C1`, `broadcasting.C2`. */
  readonly id: string;
  /** The clause in one line, as Markdown. */
  readonly text: string;
  /** The line of its label, from 1. */
  readonly line: number;
}

const LABEL = /^- \*\*(C\d+)\*\*\s*(.*)$/;

/** The clauses of one page or chapter, in their order. A clause goes on over indented lines. */
export const clausesOf = (name: string, markdown: string): Clause[] => {
  const clauses: { id: string; text: string; line: number }[] = [];
  let open = false;
  for (const [i, line] of markdown.split('\n').entries()) {
    const label = LABEL.exec(line);
    if (label) clauses.push({ id: `${name}.${label[1]}`, text: label[2]!.trim(), line: i + 1 });
    else if (open && /^\s+\S/.test(line)) clauses.at(-1)!.text += ` ${line.trim()}`;
    open = label !== null || (open && /^\s+\S/.test(line));
  }
  return clauses;
};
