import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { buildProgram, removeFolders } from './run';
import { parseScenario, playScenario, scenarioFiles, writeScenario } from './scenario';

// What the program prints stands in test/cli/scenarios; UPDATE_GOLDEN=1 writes those files anew.

describe('command line', () => {
  before(buildProgram);
  after(removeFolders);

  for (const file of scenarioFiles()) {
    it(path.basename(file, '.txt'), async () => {
      const scenario = parseScenario(fs.readFileSync(file, 'utf8'));
      const played = await playScenario(scenario);
      if (process.env.UPDATE_GOLDEN) fs.writeFileSync(file, writeScenario(played));
      else assert.deepEqual(played, scenario);
    });
  }
});
