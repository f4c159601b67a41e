// Loaded before the program (`node --require`): it takes its standard output for a terminal without colours.
Object.assign(process.stdout, { isTTY: true, columns: 100, hasColors: () => false });
