// Loaded before a server (`node -r`): when it is told to leave, it writes to $LOOP_DELAY how long its event loop was held up, in milliseconds.
const fs = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

// A reading is too long by as much as this at most.
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on('exit', () => fs.writeFileSync(process.env.LOOP_DELAY, JSON.stringify({ p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 })));
