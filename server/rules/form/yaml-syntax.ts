import { isInBraces } from '../../records/braces';
import { MOST_RECORDS } from '../../records/cut';
import type { Fault, FaultKind } from '../../records/fault';
import type { RecordText } from '../../records/read';
import { quote, shorten } from '../../text/quote';
import { visible } from '../../text/visible';
import { NOTHING, type Report, type TextRule } from '../rule';
import { reportOn, sentencesAround } from './sentences';
import { mendsOf } from './yaml-syntax-fixes';

/** What no further typing on the line can make right; anything else may be half written. */
const CERTAIN: ReadonlySet<FaultKind> = new Set<FaultKind>(['tab', 'conflict', 'on-marker-line', 'odd-space', 'unseen-space', 'control-character', 'binary', 'too-large', 'too-many-records', 'too-deep', 'too-many-aliases']);

export const yamlSyntax: TextRule = {
  id: 'yaml-syntax',
  severity: 'error',
  summary: 'The text cannot be read as YAML.',
  why: 'Records are written in YAML, where spaces at the beginning of a line, colons, dashes, quotation marks and brackets have a meaning. Where they do not fit together, nothing on that line can be relied on, so nothing else is said of it.',
  fix: 'all',
  checkText: (record, text) => (record.faults.length ? reportsOn(record, text) : NOTHING),
};

function* reportsOn(record: RecordText, text: string): Generator<Report> {
  let told = 0;
  for (const fault of record.faults) {
    if (fault.start < told) continue;
    const sentences = sentencesAround(fault, text);
    if (sentences) yield reportOn(sentences, text);
    else yield { start: fault.start, end: fault.end, ...WORDS[fault.kind](text.slice(fault.start, fault.end)), unfinished: !CERTAIN.has(fault.kind), ...(isClosedLater(fault, text) && { missing: true }), fixes: mendsOf(fault, record) };
    told = sentences?.lines.at(-1)!.end ?? told;
  }
}

/** Where a record is written in braces over several lines, what closes them comes last. */
function isClosedLater({ kind }: Fault, text: string): boolean {
  return kind === 'unclosed-bracket' && isInBraces(text);
}

type Words = (words: string) => Pick<Report, 'message' | 'unfinished'>;

const always = (message: string): Words => () => ({ message });

/** What is wrong and what to do, by kind of fault. */
const WORDS: Readonly<Record<FaultKind, Words>> = {
  'tab': always('This line is moved in with a tab. YAML takes only spaces there.'),
  'conflict': always('A merge left two versions of these lines here. Keep one of them, and take away the lines that begin with <<<<<<<, ======= and >>>>>>>.'),
  'unclosed-quote': words => ({ message: `The quotation mark that begins this text is never closed: a ${words[0] === "'" ? 'single' : 'double'} one is missing at its end.` }),
  'unclosed-bracket': words => ({ message: `The bracket that opens here is never closed: a '${words[0] === '{' ? '}' : ']'}' is missing.` }),
  'indentation': always('This line does not line up with those around it, so it is not clear what it belongs to. Fields of one group begin in the same column.'),
  'missing-colon': () => ({ message: 'This is no field, because there is no colon. A field is its name, a colon, a space and its value.', unfinished: true }),
  'missing-comma': () => ({ message: 'A comma is missing behind this: in braces and brackets there is one between each entry and the next.', unfinished: true }),
  'missing-space': () => ({ message: 'A space is missing after the colon.', unfinished: true }),
  'colon-in-value': always('A colon and a space in a value would make it a field. Put the value in quotes.'),
  'list-on-field-line': always('A list cannot begin on the line of its field. Give each entry a line of its own, with a dash before it.'),
  'bullet': words => ({ message: `Each entry of a list begins with a dash and a space, and this one with '${words[0]}'.` }),
  'after-value': always('The value has ended before these words. To keep them, put the whole value in one pair of quotes; to begin a new field, begin a new line.'),
  'reserved-start': words => ({ message: `A value cannot begin with ${words[0]} unless it is in quotes.` }),
  'bad-escape': words => ({ message: `In double quotes a backslash begins a special character, and ${shorten(words)} is none. Write two backslashes, or use single quotes.` }),
  'unknown-alias': words => ({ message: `${shorten(words)} repeats a value that is marked '&${shorten(words.slice(1))}' before it, but nothing is. If it is a text, put it in quotes.` }),
  'tag': always('A value cannot begin with ! unless it is in quotes.'),
  'directive': always('A line that begins with % tells programs how to read the record below, such as %YAML 1.2 with three hyphens below it. This one tells them nothing. If it is part of a text, it has to stand below its field, moved in.'),
  'complex-key': always('The name of a field must be a plain text, but this is a list or holds fields of its own.'),
  'separator': words => ({ message: `Two records are parted by a line of three hyphens, '---'. This line is ${quote(words)}, which parts nothing.` }),
  'on-marker-line': always("A record begins on a line of its own, below the '---'."),
  'odd-space': always('This looks like a space, but it is a non-breaking one or one of another width, as they come along when text is pasted. Write a common space.'),
  'unseen-space': always('There is a space without width here, which cannot be seen, as they come along when text is pasted. Take it out.'),
  'control-character': words => ({ message: `There is a character here that cannot be seen: ${visible(words)}. Take it out.` }),
  'binary': always('This is no text: it holds a byte that no text has. Perhaps another kind of file was given this name.'),
  'too-large': always('This record is larger than half a megabyte and is not read: no report needs as much. If it holds several records, part them by a line "---".'),
  'too-many-records': () => ({ message: `This file holds more than ${MOST_RECORDS.toLocaleString('en-GB')} records and is not read. Keep those of each authority, or of each year, in a file of their own.` }),
  'too-deep': always('Values lie within values here, deeper than can be read.'),
  'too-many-aliases': always('The values that are repeated with * make this record too large to be read to its end. Write them out where they are needed.'),
  'other': always('This line cannot be read as YAML. Look at its colons, dashes, quotation marks and brackets.'),
};

