// Preloaded into a gateway (`node --require`): while the file that FULL_DISK_MARK names exists, its SQLite file cannot grow.
// No test can fill a real disk; to SQLite `max_page_count` is one.
const { existsSync } = require('node:fs');
const Module = require('node:module');

const LOOK_MS = 50;
const NO_LIMIT = 1_073_741_823;
const databases = new Set();
const load = Module._load;

Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request === 'sqlite3' && !loaded.isWatched) watch(loaded);
  return loaded;
};

function watch(sqlite) {
  sqlite.isWatched = true;
  const { run, exec } = sqlite.Database.prototype;
  const noted = (method) =>
    function (...args) {
      databases.add(this);
      return method.apply(this, args);
    };
  sqlite.Database.prototype.run = noted(run);
  sqlite.Database.prototype.exec = noted(exec);
  let wasFull = false;
  setInterval(() => {
    const isFull = existsSync(process.env.FULL_DISK_MARK);
    if (isFull === wasFull) return;
    wasFull = isFull;
    // Below what there is, it is as much as there is.
    for (const database of databases)
      run.call(database, `PRAGMA max_page_count = ${isFull ? 1 : NO_LIMIT}`, () => undefined);
  }, LOOK_MS).unref();
}
