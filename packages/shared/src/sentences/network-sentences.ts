/**
 * What the gateway says of an attempt that ended without an answer of upstream, by code. Logs keep the sentence, to which a
 * system's own code or a status may be added; so this is how a reader of another language knows it again.
 */
export const NETWORK_SENTENCES = {
  refused: 'Upstream refused the connection',
  dns: 'The name of the upstream host could not be resolved',
  tls: 'The TLS handshake with upstream failed',
  reset: 'Upstream closed the connection before the reply was complete',
  connect_timeout: 'Connecting to upstream took too long',
  first_byte_timeout: 'Upstream did not begin to answer in time',
  idle_timeout: 'Upstream stopped sending in the middle of its reply',
  egress: 'The egress proxy failed',
  egress_closed: 'The egress proxy failed: it closed the connection',
  egress_silent: 'The egress proxy failed: it did not answer in time',
  egress_answered: 'The egress proxy failed: it answered',
  unfinished: 'The upstream stream ended before it was complete: no finish reason was sent',
  empty: 'The upstream stream held no answer',
  unreadable: 'Upstream sent something that cannot be read as a reply',
  stopping: 'The gateway is stopping. Send the request again',
} as const;
