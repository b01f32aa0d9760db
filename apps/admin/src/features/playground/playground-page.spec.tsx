import type { ModelListDto } from '@gemini-balance/shared';
import { fireEvent, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { FakeGateway, network } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

const MODEL = { id: 'gemini-3.8-flash', kind: 'chat', methods: [], keys: [], names: [] };
const HEADERS = { 'content-type': 'text/event-stream', 'x-request-id': 'req_7' };
const ENCODER = new TextEncoder();

interface Asked {
  headers: Headers;
  body: Record<string, unknown>;
}

let gateway: FakeGateway;
/** What client routes were asked. */
let asked: Asked[];

beforeEach(() => {
  gateway = FakeGateway.install();
  const models: Partial<ModelListDto> = { items: [MODEL] as unknown as ModelListDto['items'] };
  gateway.routes.set('GET /models', () => ({ status: 200, body: models }));
  asked = [];
});

/** Answers a client route; what it is asked is noted. */
function serve(path: string, answer: () => Response): void {
  network.use(
    http.post(`*${path}`, async ({ request }) => {
      asked.push({ headers: request.headers, body: (await request.json()) as Record<string, unknown> });
      return answer();
    }),
  );
}

/** A stream that the test feeds. */
function aStream() {
  let feed: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => void (feed = controller),
  });
  return {
    response: () => new HttpResponse(body, { headers: HEADERS }),
    say: (delta: object) =>
      feed.enqueue(ENCODER.encode(`data: ${JSON.stringify({ choices: [{ delta }] })}\n\n`)),
    end: () => feed.close(),
  };
}

async function open(path: string) {
  const shown = renderDashboard(path);
  const question = await screen.findByRole('textbox', { name: 'Your message' });
  await screen.findByDisplayValue('gemini-3.8-flash');
  const ask = async (text: string): Promise<void> => {
    write(question, text);
    await shown.user.type(question, '{Enter}');
  };
  return { ...shown, question, ask };
}

const write = (field: HTMLElement, value: string): boolean => fireEvent.change(field, { target: { value } });

it('shows the answer as it streams, thoughts apart, and then the whole exchange', async () => {
  const stream = aStream();
  serve('/v1/chat/completions', stream.response);
  const { ask } = await open('/playground');
  await ask('Why?');
  stream.say({ reasoning_content: 'Let me see' });
  expect(await screen.findByText('Let me see')).toBeVisible();
  stream.say({ content: 'Because' });
  expect(await screen.findByText('Because')).toBeVisible();
  stream.say({ content: ' of it.' });
  expect(await screen.findByText('Because of it.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Stop' })).toBeVisible();
  stream.end();
  expect(await screen.findByRole('button', { name: 'Send' })).toBeVisible();

  expect(asked[0]!.headers.get('x-playground')).toBe('1');
  expect(asked[0]!.headers.has('authorization')).toBe(false);
  expect(screen.getByText('POST /v1/chat/completions')).toBeVisible();
  const response = screen.getByRole('region', { name: 'Response' });
  expect(within(response).getByText('req_7')).toBeVisible();
  expect(within(response).getByText('3 frames')).toBeVisible();
  expect(within(response).getByRole('link', { name: 'Show it in the log' })).toHaveAttribute(
    'href',
    '/logs?tab=requests&open=req_7',
  );
});

it('goes on with the conversation, in another form if that is chosen', async () => {
  serve('/v1/chat/completions', () =>
    HttpResponse.json({ choices: [{ message: { content: 'Hello.' }, finish_reason: 'stop' }] }),
  );
  serve('/v1beta/models/gemini-3.8-flash\\:generateContent', () =>
    HttpResponse.json({ candidates: [{ content: { parts: [{ text: 'Bye.' }] }, finishReason: 'STOP' }] }),
  );
  const { user, ask, address } = await open('/playground?stream=off');
  await ask('Hi');
  expect(await screen.findByText('Hello.')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Gemini' }));
  expect(address()).toContain('protocol=gemini');
  await ask('Go');
  expect(await screen.findByText('Bye.')).toBeVisible();
  expect(asked[1]!.body['contents']).toEqual([
    { role: 'user', parts: [{ text: 'Hi' }] },
    { role: 'model', parts: [{ text: 'Hello.' }] },
    { role: 'user', parts: [{ text: 'Go' }] },
  ]);
  await user.click(screen.getByRole('button', { name: 'Clear the conversation' }));
  expect(screen.getByText('Ask a model something')).toBeVisible();
});

it('stops an answer, and keeps what had come', async () => {
  const stream = aStream();
  serve('/v1/chat/completions', stream.response);
  const { user, ask } = await open('/playground');
  await ask('Tell me everything');
  stream.say({ content: 'First' });
  expect(await screen.findByText('First')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('The answer ends here: it was stopped or broke off.')).toBeVisible();
  expect(screen.getByText('First')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send' })).toBeVisible();
});

it('shows a refusal as the client sees it, with what to do, and gives the question back', async () => {
  serve('/v1/chat/completions', () =>
    HttpResponse.json(
      { error: { message: 'Every key rests.', type: 'rate_limit_error', code: 'rate_limit_exceeded' } },
      { status: 429, headers: { 'x-request-id': 'req_8' } },
    ),
  );
  const { question, ask } = await open('/playground');
  await ask('Hi');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('429 · rate_limit_exceeded');
  expect(alert).toHaveTextContent('Every key rests.');
  expect(within(alert).getByRole('link', { name: 'Look at the keys' })).toBeVisible();
  expect(within(alert).getByRole('link', { name: 'Show it in the log' })).toBeVisible();
  expect(question).toHaveValue('Hi');
});

it('leads to the login where the session has ended, and back to what was chosen', async () => {
  serve('/v1/chat/completions', () =>
    HttpResponse.json({ error: { message: 'Sign in.', code: 'invalid_api_key' } }, { status: 401 }),
  );
  const { ask } = await open('/playground?stream=off');
  await ask('Hi');
  expect(within(await screen.findByRole('alert')).getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    `/login?next=${encodeURIComponent('/playground?stream=off')}`,
  );
});

it('sends what is set and attached, and shows code for just that', async () => {
  serve('/v1/chat/completions', () => HttpResponse.json({ choices: [{ message: { content: 'A cat.' } }] }));
  const { user, question } = await open('/playground?stream=off');
  write(screen.getByLabelText('System prompt'), 'Be brief.');
  write(screen.getByLabelText('Temperature'), '0.5');
  write(screen.getByLabelText('Most tokens'), '99');
  await user.selectOptions(screen.getByLabelText('Thinking'), 'low');
  const picture = new File([new Uint8Array([1, 2, 3])], 'cat.png', { type: 'image/png' });
  fireEvent.paste(question, { clipboardData: { files: [picture] } });
  expect(await screen.findByAltText('Picture 1')).toBeVisible();
  write(question, 'What is it?');
  await user.click(screen.getByRole('tab', { name: 'Code' }));
  const shown = screen.getByLabelText('curl').textContent;
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('A cat.')).toBeVisible();
  expect(asked[0]!.body).toEqual({
    model: 'gemini-3.8-flash',
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AQID' } },
          { type: 'text', text: 'What is it?' },
        ],
      },
    ],
    temperature: 0.5,
    max_completion_tokens: 99,
    reasoning_effort: 'low',
  });
  expect(shown).toContain(JSON.stringify(asked[0]!.body, null, 2));
  expect(screen.getByLabelText('curl').textContent).toBe(shown);
});

it('takes no file that is no picture', async () => {
  const { question } = await open('/playground');
  const file = new File(['%PDF'], 'paper.pdf', { type: 'application/pdf' });
  fireEvent.drop(question, { dataTransfer: { files: [file] } });
  expect(await screen.findByText(/paper.pdf is no picture/)).toBeInTheDocument();
});
