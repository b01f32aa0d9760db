// An upstream that takes uploads of any size and keeps nothing of them.
import { createServer } from 'node:http';

const port = Number(process.argv[2]);
const file = (bytes) => ({
  name: 'files/sink',
  uri: 'files/sink',
  sizeBytes: String(bytes),
  state: 'ACTIVE',
});

createServer((request, response) => {
  const isStart = request.headers['x-goog-upload-command'] === 'start';
  let bytes = 0;
  request.on('data', (chunk) => (bytes += chunk.length));
  request.on('end', () => {
    const headers = isStart
      ? {
          'x-goog-upload-status': 'active',
          'x-goog-upload-url': `http://127.0.0.1:${port}/upload?upload_id=1`,
        }
      : { 'x-goog-upload-status': 'final' };
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(isStart ? {} : { file: file(bytes) }));
  });
}).listen(port, '127.0.0.1');
