import { fold, withoutCurlyQuotes } from '../../text/spelling';
import type { Field } from '../../reference/fields';

/** A form that a text must have: what it is called, whether a text has it, and the text that was likely meant. */
interface ValueForm {
  says: string;
  fits(text: string): boolean;
  mend(text: string): string | undefined;
}

/** The forms that the schema gives to texts. Dates are read by rules of their own. */
export const VALUE_FORMS: Readonly<Record<Exclude<NonNullable<Field['form']>, 'date'>, ValueForm>> = {
  slug: {
    says: 'holds only small letters (a to z), figures and hyphens',
    fits: text => /^[a-z0-9-]+$/.test(text),
    mend: text => fold(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').slice(0, 100).replace(/^-+|(?<!-)-+$/g, '') || undefined,
  },
  url: {
    says: 'is the full address of a web page or file, beginning with https://',
    fits: text => /^https?:\/\/\S+$/.test(text),
    mend: text => {
      const address = withoutCurlyQuotes(text).trim().replace(/^<(.*)>$/, '$1').replace(/^(https?):?\/{0,2}(?=[a-z0-9])/i, (_, scheme: string) => `${scheme.toLowerCase()}://`);
      // A name with a full stop in it may be that of a file.
      if (!/^(?:https?:|www\.)|\/|^[^.]*\..+\.[a-z]{2}$/i.test(address)) return undefined;
      const full = /^https?:/.test(address) ? address : `https://${address}`;
      return /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#]\S*)?$/i.test(full) ? full : undefined;
    },
  },
};

/** Whether a text may stand where a field takes texts. */
export function takesText({ types, values, form }: Field, text: string): boolean {
  if (!types.includes('string') || (values.length > 0 && !values.includes(text))) return false;
  return form === undefined || (form !== 'date' && VALUE_FORMS[form].fits(text));
}
