import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { seed } from '../../support/property-tests';
import { goesRed, soaking, trial, type Trial } from '../trial';
import { serverHere } from './comparison';
import { makeFolder, NAMES } from './desk';
import { ENGINE_FAULTS, WIRE_FAULTS } from './faults';
import { bundleServer, LiveServer } from './live-server';
import { errorsOf, runSession, work, type Live } from './run-session';
import type { Session } from './session';
import { sessions } from './sessions';
import type { Wire } from './wire';

describe('a server that has seen long sessions of editing knows what one knows that finds the files so', () => {
  const folder = makeFolder();
  const uri = pathToFileURL(folder).href;
  const servers = new Map<Session['client'], Live & { wire: LiveServer }>();
  let program: string;

  /** One server for all sessions of a kind of editor; another one only where it has died. */
  async function liveFor(client: Session['client']): Promise<Live> {
    const known = servers.get(client);
    if (known?.wire.isAlive) return known;
    const wire = await LiveServer.start(program, { client, folders: [uri] });
    const live = { wire, textOf: (file: string) => wire.textOf(file), errors: errorsOf(wire), withAnother };
    servers.set(client, live);
    return live;
  }

  async function withAnother(use: (wire: Wire) => Promise<void>): Promise<void> {
    const wire = await LiveServer.start(program, { client: 'asks', folders: [uri] });
    await use(wire).finally(() => wire.stop());
  }

  before(async () => { program = await bundleServer(); });
  after(async () => {
    await Promise.all([...servers.values()].map(({ wire }) => wire.stop()));
    fs.rmSync(folder, { recursive: true });
  });

  const theTrial: Trial<Session> = {
    cases: soaking ? sessions({ every: [1, 1, 1, 5], wholly: 10 }) : sessions({ every: [7, 13], wholly: 1 }), short: 8, long: 3000,
    async holds(session) {
      await runSession(session, await liveFor(session.client), uri, NAMES);
      if (soaking && work.sessions % 20 === 0) console.log(`      ${told()}`);
    },
  };
  trial('edit-sessions', theTrial);

  after(() => console.log(`      ${told()}`));

  describe('and this would be found:', () => {
    /** Somebody who asks, and looks at everything but the text that the server has: what is told of it must give a fault away. */
    const red = (holds: (session: Session) => Promise<void>) => goesRed({ ...theTrial, cases: sessions({ every: [1, 3], wholly: 5 }), short: 60 }, holds);
    const run = (session: Session, wire: Wire) => runSession({ ...session, client: 'asks' }, { wire, errors: [] }, uri, NAMES);

    for (const [fault, plant] of Object.entries(WIRE_FAULTS)) {
      it(fault, () => red(async session => run(session, plant((await liveFor('asks')).wire))));
    }
    for (const [fault, plant] of Object.entries(ENGINE_FAULTS)) {
      it(fault, () => red(session => plant(async () => run(session, await serverHere(uri)))));
    }
  });
});

function told(): string {
  const [edits, comparisons, wholly] = [work.edits, work.comparisons, work.wholly].map(count => count.toLocaleString('en-GB'));
  return `${edits} edits in ${work.sessions} sessions; compared ${comparisons} times, ${wholly} of them everything that can be asked; ${Math.round(performance.now() / 1000)} s; seed ${seed}`;
}
