/** Token of what sessions need of the house. */
export const LIVE_PORTS = Symbol('LIVE_PORTS');
