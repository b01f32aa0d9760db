// The health check of the images: succeeds when the gateway answers. Images hold no curl.
import { get } from 'node:http';

const port = process.env.PORT || 8000;

get({ host: '127.0.0.1', port, path: '/health', timeout: 4000 }, ({ statusCode }) => {
  process.exit(statusCode === 200 ? 0 : 1);
})
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
