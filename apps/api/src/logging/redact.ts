const SHOWN = '[secret]';

/** Names of fields and headers whose value is a secret, whatever it looks like. */
const SECRET_NAMES =
  '(?:proxy-)?authorization|cookie|set-cookie|x-goog-api-key|x-api-key|api[-_]?keys?|access[-_]?token|refresh[-_]?token|auth[-_]?token|client[-_]?secret|password|secret|token';

/**
 * What secrets look like. Each expression reads the text once, without backtracking over what it has matched.
 * `$1`, where there is one, is kept.
 */
const PATTERNS: readonly RegExp[] = [
  // Upstream keys of the old and the new form, and OAuth access tokens.
  /AIza[\w-]{16,}/g,
  /(?<!\w)AQ\.[\w.-]{16,}/g,
  /(?<!\w)ya29\.[\w.-]{8,}/g,
  // Client tokens.
  /(?<![A-Za-z0-9])sk-[\w-]{6,}/g,
  /\b(Bearer\s+)[^\s"'\\,;]+/gi,
  // Credentials in a query, and the user part of a URL, as in the address of an egress proxy.
  /([?&](?:key|api_?key|token|access_token|upload_id)=)[^&\s"'\\#]+/gi,
  /(\w:\/\/)[^\s"'\\/?#@]{1,500}(?=@)/g,
  /\b(gb_session=)[^\s"'\\;]+/g,
  new RegExp(`(\\\\?"(?:${SECRET_NAMES})\\\\?"\\s*:\\s*\\\\?")[^"\\\\]+`, 'gi'),
];

/** The text with everything that looks like a credential replaced. The last line of defence: nothing should hand it one. */
export function redact(text: string): string {
  let shown = text;
  for (const pattern of PATTERNS) shown = shown.replace(pattern, keepName);
  return shown;
}

function keepName(_match: string, kept: string | number): string {
  return typeof kept === 'string' ? `${kept}${SHOWN}` : SHOWN;
}
