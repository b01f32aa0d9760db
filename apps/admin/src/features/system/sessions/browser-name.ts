import { parse } from 'bowser';

/** What a user agent says of its browser and system. */
interface BrowserName {
  browser: string;
  /** Absent where it does not say. */
  system?: string;
}

/** The names in a user agent: `Chrome` on `Windows`; undefined for what is no browser that anybody knows. */
export function browserName(userAgent: string | undefined): BrowserName | undefined {
  if (!userAgent) return undefined;
  const { browser, os } = parse(userAgent);
  if (!browser.name) return undefined;
  return { browser: browser.name, ...(os.name && { system: os.name }) };
}
