import { parentPort } from 'node:worker_threads';
import { serveTranslations } from '../../core/gateway/threads/serve-translations';

if (parentPort !== null) serveTranslations(parentPort);
