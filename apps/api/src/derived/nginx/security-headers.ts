import type { Request, Response } from 'express';
import { securityHeaders } from '../../http/admin/security-headers';

const HEAD = `# Derived by \`npm run generate\` from apps/api/src/http/admin/security-headers.ts. Change that.
`;

/**
 * The text of `docker/nginx/security-headers.conf`: what the api sends with the dashboard, as nginx directives; what it sends over TLS alone depends
 * on \`$client_scheme\`.
 */
export function renderSecurityHeaders(): string {
  const always = headersOf({ isTls: false });
  const lines = [...headersOf({ isTls: true })].map(([name, value]) => {
    if (always.get(name) === value) return `add_header ${name} "${value}" always;\n`;
    const variable = `$tls_${name.toLowerCase().replaceAll('-', '_')}`;
    return `map $client_scheme ${variable} {\n    default "";\n    https "${value}";\n}\nadd_header ${name} ${variable} always;\n`;
  });
  return HEAD + lines.join('');
}

function headersOf({ isTls }: { isTls: boolean }): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  securityHeaders()({ secure: isTls } as Request, response as unknown as Response, () => undefined);
  return headers;
}
