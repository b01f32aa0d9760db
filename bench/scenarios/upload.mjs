import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gateway } from '../contenders/gateway.mjs';
import { atMost } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median } from '../report/statistics.mjs';
import { ServerProcess, loadCore } from '../server-process.mjs';

const sinkProgram = fileURLToPath(new URL('../upstream/upload-sink.mjs', import.meta.url));
const sinkPort = 18_650;
const MB = 1024 * 1024;
const sizeBytes = 1024 * MB;
const piece = Buffer.alloc(MB, 'x');
const lookMs = 20;

/** A file of 1 GB, in one request and with nobody slowing it down but upstream. */
export const upload = {
  title: 'Upload of 1 GB',
  async run(_, { rounds }) {
    const sink = new ServerProcess([process.execPath, sinkProgram, String(sinkPort)], { core: loadCore });
    const origin = `http://127.0.0.1:${sinkPort}`;
    await sink.ready(`${origin}/`);
    const running = await gateway.start({ upstream: { origin }, port: sinkPort + 1 });
    try {
      // The buffers of the first pieces are no growth.
      await measure(running, 64 * MB);
      const results = [];
      for (let round = 0; round < rounds; round += 1) results.push(await measure(running, sizeBytes));
      return describe(results);
    } finally {
      await running.stop();
      await sink.stop();
    }
  },
};

async function measure({ origin, headers, process }, bytes) {
  const url = await begin(origin, headers);
  const beforeMb = residentMb(process);
  let peakMb = beforeMb;
  const looking = setInterval(() => (peakMb = Math.max(peakMb, residentMb(process))), lookMs);
  const startedAt = performance.now();
  const received = await send(url, bytes);
  clearInterval(looking);
  return {
    beforeMb,
    growthMb: peakMb - beforeMb,
    mbPerSecond: bytes / MB / ((performance.now() - startedAt) / 1000),
    lost: bytes - received,
  };
}

async function begin(origin, headers) {
  const about = { 'x-goog-upload-protocol': 'resumable', 'x-goog-upload-command': 'start' };
  const response = await fetch(`${origin}/upload/v1beta/files`, {
    method: 'POST',
    headers: { ...headers, ...about, 'content-type': 'application/json' },
    body: '{"file":{}}',
  });
  return response.headers.get('x-goog-upload-url');
}

function send(url, bytes) {
  const headers = {
    'content-length': String(bytes),
    'x-goog-upload-command': 'upload, finalize',
    'x-goog-upload-offset': '0',
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(Number(JSON.parse(Buffer.concat(chunks)).file.sizeBytes));
    });
    call.on('error', reject);
    let left = bytes;
    const write = () => {
      while (left > 0) {
        left -= piece.length;
        if (!call.write(piece)) return void call.once('drain', write);
      }
      call.end();
    };
    write();
  });
}

function residentMb(process) {
  return process.residentBytes() / MB;
}

function describe(results) {
  const of = (field) => median(results.map((round) => round[field]));
  const rows = [
    ['us', whole(of('beforeMb')), fixed(of('growthMb'), 1), whole(of('mbPerSecond')), whole(of('lost'))],
  ];
  const bars = [atMost('growth of resident memory', of('growthMb'), 64, ' MB')];
  return { head: ['', 'resident MB before', 'growth MB', 'MB/s', 'bytes lost'], rows, bars };
}
