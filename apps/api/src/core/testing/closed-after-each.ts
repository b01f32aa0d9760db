interface Closable {
  close(): Promise<unknown>;
}

/** Returns a function that marks what a test has opened; it is closed when the test is over. */
export function closedAfterEach(): <Thing extends Closable>(thing: Promise<Thing>) => Promise<Thing> {
  const open: Closable[] = [];
  afterEach(async () => {
    for (const thing of open.splice(0)) await thing.close();
  });
  return async (opening) => {
    const thing = await opening;
    open.push(thing);
    return thing;
  };
}
