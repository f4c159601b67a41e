import type { Rule } from '../rules/rule';

/** What a rule's fix does, in a sentence; for its page and for `explain`. */
export const FIXES: Record<NonNullable<Rule['fix']>, string> = {
  some: 'The editor offers to mend it.',
  all: 'The editor offers to mend it, also together with all others of its kind.',
};

/** Where the page of a rule is, from the top of the package. */
export function pageOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

/** What a page shows beside the rule's own words. */
export interface Examples {
  /** A record with the mistake. */
  bad: string;
  /** What is said of it, with the line (from 1) on which it is said. */
  findings: readonly { line: number; message: string }[];
  /** A near miss about which the rule is silent. */
  good: string;
}

/** The page of a rule, in Markdown. */
export function rulePage({ id, severity, summary, why, fix }: Rule, { bad, findings, good }: Examples): string {
  return `# ${id}

${summary} Severity: **${severity}**.

## Why

${why}

## An example that is not right

\`\`\`yaml
${bad.trimEnd()}
\`\`\`

${findings.map(({ line, message }) => `- Line ${line}: ${message.replace(/\n/g, ' ')}`).join('\n')}

## An example that is right

\`\`\`yaml
${good.trimEnd()}
\`\`\`

## What to do about it

${fix ? FIXES[fix] : 'Only you can know what is right: correct the record, or its source.'}

To silence it in one place, write \`# inspection-records: ignore ${id}\` on the line, on the line above, or at the head of the record. To change its severity
everywhere, write in \`inspection-records.config.yaml\`:

\`\`\`yaml
rules:
  ${id}: off        # or error, warning, information, hint
\`\`\`
`;
}
