import type { Message, MessageStrategy, NotificationMessage, RequestMessage } from 'vscode-languageserver';
import type { Connection } from './connection';
import { ErrorCodes, ResponseError } from './kinds';
import { PARAMS } from './params';

interface Refusal { code: number; message: string }

/** How far a client has come: it has yet to introduce itself, it is served, or it has asked for the end. */
type Stage = 'before' | 'served' | 'over';

/**
 * Sees every message of a client before anything of ours does, and refuses what comes too early, too late or in a wrong shape, with the
 * code that the protocol has for it. So whatever is behind it can rely on the types.
 */
export class Gate {
  private stage: Stage = 'before';

  /** For the connection that it stands before. */
  readonly options: { messageStrategy: MessageStrategy } = { messageStrategy: {
    // Whoever ends before the last answer is out has not answered.
    handleMessage: async (message, next) => {
      if (isCall(message) && message.method === 'exit') await this.written();
      return next(this.admit(message));
    },
  } };

  /** @param written resolves when all answers till now are on their way */
  constructor(private readonly written: () => Promise<void> = () => Promise.resolve()) {}

  private admit(message: Message): Message {
    if (!isCall(message)) return message;
    // Where a language has one thing for both, such as Lua, an object without parts comes as an empty list.
    if (Array.isArray(message.params) && !message.params.length) return this.admit(Object.assign({}, message, { params: {} }));
    const refusal = refusalOf(message, this.stage);
    if (refusal) return Object.assign({}, message, { method: REFUSED, params: refusal });
    if (message.method === 'initialize') this.stage = 'served';
    else if (message.method === 'shutdown') this.stage = 'over';
    return message;
  }
}

/** What is refused goes on as another request, which is answered with the refusal: so answers go out in one way, whatever carries them. */
const REFUSED = '$/refused';

/** Answers what the gate has refused. Notifications have no answer: those that could not be understood are named in the log. */
export function registerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => { throw new ResponseError(code, message); });
  connection.onNotification(REFUSED, ({ code, message }: Refusal) => { if (code === ErrorCodes.InvalidParams) connection.console.error(message); });
}

function refusalOf({ method, params }: RequestMessage | NotificationMessage, stage: Stage): Refusal | undefined {
  if (method === 'exit' || method === '$/cancelRequest') return undefined;
  if (method === REFUSED) return { code: ErrorCodes.MethodNotFound, message: `There is no ${REFUSED}.` };
  if (stage === 'over') return { code: ErrorCodes.InvalidRequest, message: `${method} came after shutdown: only exit may follow.` };
  if ((method === 'initialize') === (stage === 'served')) {
    return stage === 'before'
      ? { code: ErrorCodes.ServerNotInitialized, message: `${method} came before initialize, which must be the first request.` }
      : { code: ErrorCodes.InvalidRequest, message: 'initialize came again: it may be sent once.' };
  }
  return misfit(method, params);
}

function misfit(method: string, params: unknown): Refusal | undefined {
  const found = Object.hasOwn(PARAMS, method) ? PARAMS[method]!(params) : undefined;
  return found && { code: ErrorCodes.InvalidParams, message: `${method}: params${found.path} must be ${found.expected}.` };
}

/** Whether a message asks for something or tells something, and is no answer. */
function isCall(message: Message): message is RequestMessage | NotificationMessage {
  return typeof message === 'object' && message !== null && 'method' in message && typeof message.method === 'string';
}
