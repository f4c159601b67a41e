import { rules } from '../rules/registry';
import type { Rule, Severity } from '../rules/rule';
import type { Range } from '../text/span';
import { visibleJson } from '../text/visible';
import { Fingerprints } from './fingerprints';
import type { FileReport, OtherPlace, PlacedFinding, PlacedFix, Reporter } from './report';
import { FIXES, pageOf } from './rule-page';

/** SARIF knows three levels. Which of the four a finding had stands in its properties. */
const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

const RULE_INDEX = new Map(rules.map(({ id }, index) => [id, index]));

/** The Static Analysis Results Interchange Format, version 2.1.0: one run, one result on a line. Addresses are relative to the current folder. */
export function sarifReporter({ version }: { version: string }): Reporter {
  // Kept as text: a finding would keep the whole text of its file alive.
  const results: string[] = [];
  const fingerprints = new Fingerprints();
  const driver = { name: 'Inspection Records', version, semanticVersion: version, rules: rules.map(describeRule) };
  return {
    file(report) {
      for (const placed of report.findings) results.push(visibleJson(result(report, placed, fingerprints.of(report.path, placed))));
      return '';
    },
    end: () => `{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
 "tool": ${visibleJson({ driver })},
 "columnKind": "utf16CodeUnits",
 "results": [${results.map(each => `\n  ${each}`).join(',')}]}]}\n`,
  };
}

/** A rule's page has no address of its own that would be good everywhere, as `helpUri` has to be: what it says stands here, and where it is in the package. */
function describeRule({ id, severity, summary, why, fix }: Rule): object {
  const page = pageOf(id);
  const help = [why, fix && FIXES[fix], `More about it: ${page}`].filter(part => part !== undefined).join('\n\n');
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { page, severity },
  };
}

function result({ path }: FileReport, { finding, range, record, related, fixes }: PlacedFinding, fingerprint: string): object {
  return {
    ruleId: finding.rule,
    ruleIndex: RULE_INDEX.get(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: plain(finding.message) },
    locations: [{ ...location({ path, range }), ...(record.id !== undefined && { logicalLocations: [{ kind: 'record', name: record.id }] }) }],
    relatedLocations: related.map((other, id) => ({ id, ...location(other), message: { text: plain(other.message) } })),
    partialFingerprints: { 'pathRecordRuleWords/v1': fingerprint },
    fixes: fixes.map(fix => describeFix(path, fix)),
    properties: { severity: finding.severity, suggestions: finding.suggestions },
  };
}

function describeFix(path: string, { title, edits }: PlacedFix): object {
  const replacements = edits.map(edit => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.text } }));
  return { description: { text: plain(title) }, artifactChanges: [{ artifactLocation: { uri: address(path) }, replacements }] };
}

function location({ path, range }: OtherPlace): object {
  return { physicalLocation: { artifactLocation: { uri: address(path) }, region: region(range) } };
}

/** Lines and columns from 1; the end is the first place that does not belong to it. */
function region({ start, end }: Range): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** A relative address. Halves of a character, which no address can hold, are left out. */
function address(path: string): string {
  return path.split('/').map(step => encodeURIComponent(step.replace(/\p{Surrogate}/gu, ''))).join('/');
}

/** Words that are no link, whatever a record says: in SARIF `[label](address)` is one. */
function plain(text: string): string {
  return text.replace(/\](?=\()/g, '\\]');
}
