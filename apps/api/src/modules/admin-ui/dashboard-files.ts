import compression from 'compression';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

const NOT_BUILT = 'The dashboard is not built. Run `npm run build`, and start the gateway again.\n';

/**
 * Serves the built dashboard: its files, and `index.html` for every page it shows, which are the paths that a browser asks a
 * page of, compressed where the browser takes it so. All else is left to others.
 * @param directory where the build is; may be missing
 */
export function dashboardFiles(directory: string): RequestHandler {
  const page = join(directory, 'index.html');
  const isBuilt = existsSync(page);
  const compress = compression();
  const files = express.static(directory, { index: false, redirect: false, setHeaders: setCaching });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!isRead(request) || isServedElsewhere(request.path)) return next();
    const sendPage = (error?: unknown): void => {
      if (error !== undefined || !wantsPage(request)) return next(error);
      if (!isBuilt) return void response.status(503).type('text/plain').send(NOT_BUILT);
      response.sendFile(page, { headers: { 'cache-control': 'no-cache' }, cacheControl: false });
    };
    compress(request, response, () => void files(request, response, sendPage));
  };
}

/** The names of assets change with their content; those of other files do not. */
function setCaching(response: Response, path: string): void {
  const isHashed = path.includes(`${sep}assets${sep}`);
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The admin REST and the API page. */
function isServedElsewhere(path: string): boolean {
  return /^\/(api|docs)(\/|$)/.test(path);
}

function wantsPage(request: Request): boolean {
  return request.path === '/' || (request.headers.accept ?? '').includes('text/html');
}
