import { isCertain } from '../import/paste/is-certain';
import { paste } from '../import/paste/paste';
import { fieldsAt } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { differingPart } from '../text/differing-part';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';
import { pasteRequest, type PasteParams, type PasteResult } from './protocol';

const FAILED: PasteResult = { refusal: 'This did not work. The log of the language server says why.' };
const NOTHING: PasteResult = { refusal: 'No judgements of the framework in force, and no list of findings, were found in the text that was copied; or the record has them already.' };

/** The lists that findings may be pasted into; the first where the cursor is in none of them. */
const LISTS = ['needs_improvement', 'strengths', 'priority_actions'] as const;

/** Texts that are pasted into records as what they mean. */
export function registerPaste(context: ServerContext): void {
  const { connection, checkerFor } = context;
  connection.onRequest(pasteRequest, guard<PasteParams, PasteResult>(connection, 'paste', FAILED, params => {
    const at = recordAt(context, params);
    const inspection = at && checkerFor(params.textDocument.uri).inspection(at.slice);
    if (!at || !inspection) return NOTHING;
    const list = listAt(inspection, at.offset);
    const pasted = paste(at.slice, inspection, params.text, list ?? LISTS[0]);
    if (!pasted) return NOTHING;
    const { text: newText, ...span } = differingPart(at.slice.text, pasted.text);
    return { as: pasted.as, isCertain: isCertain(params.text, pasted, list !== undefined), edit: { range: at.stream.rangeOf(at.index, span), newText } };
  }));
}

/** The list whose field begins last before an offset, if it is one for findings. */
function listAt({ fields }: Inspection, offset: number): (typeof LISTS)[number] | undefined {
  const begun = fieldsAt([]).map(({ name }) => ({ name, start: fields.get(name)?.key.start ?? Infinity })).filter(({ start }) => start <= offset).sort((a, b) => a.start - b.start).at(-1);
  return LISTS.find(name => name === begun?.name);
}
