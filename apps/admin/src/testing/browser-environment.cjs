const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom with those parts of a browser's network API that it lacks and Node has. They belong together: a `Request` takes only an `AbortSignal` of its own kind. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  constructor(...settings) {
    super(...settings);
    Object.assign(this.global, {
      TextEncoder,
      TextDecoder,
      Request,
      Response,
      Headers,
      AbortController,
      AbortSignal,
      fetch,
      BroadcastChannel,
      ReadableStream,
      WritableStream,
      TransformStream,
    });
  }

  /** The network is intercepted by the part of MSW that is for Node, which packages hide from browsers. */
  exportConditions() {
    return ['node', 'node-addons'];
  }
};
