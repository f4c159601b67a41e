/**
 * Remembers what was worked out for the last one that was asked about, and for no other: the rules ask about one record after the
 * other, and many of them the same. What is asked about must never change, nor what else it is worked out from.
 */
export function forTheLast<Subject extends object, Result, Context = void>(workOut: (subject: Subject, context: Context) => Result): (subject: Subject, context: Context) => Result {
  let last: { subject: Subject; context: Context; result: Result } | undefined;
  return (subject, context) => {
    if (last?.subject !== subject || last.context !== context) last = { subject, context, result: workOut(subject, context) };
    return last.result;
  };
}
