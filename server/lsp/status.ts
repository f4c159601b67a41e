import { recordAt, type ServerContext } from './context';
import { isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { statusChangedNotification, statusRequest, type StatusParams, type StatusResult } from './protocol';
import type { TypingWatch } from './typing';

/**
 * Answers what holds for a document: whether it is checked, and by which edition of a framework the record with the cursor is read.
 * @param typing is told where the cursor is
 */
export function registerStatus(context: ServerContext, typing: TypingWatch): void {
  const { connection, configurations, documents, checkerFor } = context;
  connection.onRequest(statusRequest, guard(connection, 'status', null, async (params: StatusParams): Promise<StatusResult | null> => {
    await context.configured();
    const at = recordAt(context, params);
    if (!at) return null;
    typing.cursorAt(at.document, params.position);
    const { uri } = params.textDocument;
    const edition = checkerFor(uri).inspection(at.slice)?.edition;
    return {
      ignoredBy: configurations.ignoredBy(documents.normalize(uri)) ?? null,
      framework: edition?.kind === 'one' ? edition.framework.short_name : null,
      isReading: !isWholeWorkspaceRead(context),
    };
  }));
}

/** Tells the client to ask again: something else than the text has changed. */
export function tellStatus({ connection }: ServerContext): void {
  void connection.sendNotification(statusChangedNotification, {});
}
