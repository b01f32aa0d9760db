import { type RecordedRequest, simulatedKey } from '@gemini-balance/gemini-simulator';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { seriousFaults } from '../support/browser/axe';
import { describeInChromium } from '../support/browser/chromium';
import { noteComplaints } from '../support/browser/complaints';
import { signedIn } from '../support/browser/signed-in';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const KEY = simulatedKey('good');
const MODEL = 'gemini-3.8-flash';
/** Where the SDKs that the code imports are installed. */
const PACKAGE = join(__dirname, '../..');
const RED_DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';

describeInChromium('the playground', (browser) => {
  let rig: GatewayRig;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    rig = await GatewayRig.startWithKeys([KEY]);
    context = await signedIn(browser(), rig.gateway);
  });

  afterAll(() => rig?.close());

  beforeEach(async () => {
    rig.simulator.clearFaults();
    rig.simulator.forgetRequests();
    page = await context.newPage();
    noteComplaints(page, complaints);
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const button = (name: string) => page.getByRole('button', { name });
  /** The simulator repeats what it was asked, in its thoughts too. */
  const answered = (text: string) =>
    page.getByRole('article', { name: 'The model' }).getByText(`You said: "${text}`).waitFor();

  async function open(search: string): Promise<void> {
    await page.goto(`/playground?model=${MODEL}&${search}`);
  }

  async function ask(text: string): Promise<void> {
    await page.getByLabel('Your message').fill(text);
    await page.getByLabel('Your message').press('Enter');
  }

  /** The code for the last request, as it is copied; with a real token in it. */
  async function code(kind: string): Promise<string> {
    await page.getByRole('tab', { name: 'Code' }).click();
    await page.getByRole('radio', { name: kind }).click();
    const text = await page.getByLabel(kind, { exact: true }).and(page.locator('pre')).textContent();
    return text!.replace('YOUR_TOKEN', CLIENT_TOKEN);
  }

  /** The next chat that upstream was asked for. Lists of models come in between. */
  async function upstreamCall(): Promise<RecordedRequest> {
    for (;;) {
      const call = await rig.simulator.nextRequest();
      if (call.model === MODEL) return call;
    }
  }

  const run = async (command: string, args: string[]): Promise<string> =>
    (await promisify(execFile)(command, args, { cwd: PACKAGE, timeout: 60_000 })).stdout;

  it.each([
    ['openai-chat', 'OpenAI Chat', '/v1/chat/completions'],
    ['gemini', 'Gemini', `/v1beta/models/${MODEL}:streamGenerateContent?alt=sse`],
    ['anthropic-messages', 'Anthropic', '/v1/messages'],
    ['openai-responses', 'Responses', '/v1/responses'],
  ])('streams an answer as %s, and gives code that runs', async (protocol, name, path) => {
    await open(`protocol=${protocol}`);
    await page.getByRole('radio', { name, exact: true, checked: true }).waitFor();
    const question = `Say ahoy to ${protocol}`;
    await ask(question);
    await answered(question);
    await button('Send').waitFor();
    await page.getByText(`POST ${path}`).waitFor();
    await page.getByRole('region', { name: 'Response' }).getByText('200 OK').waitFor();
    const sent = await upstreamCall();

    // Each program sends what the page sent, through the gateway, with a token.
    const curl = await run('bash', ['-c', await code('curl')]);
    expect(curl).toContain('data: ');
    expect((await upstreamCall()).json).toEqual(sent.json);
    const program = await code('TypeScript');
    const printed = await run(process.execPath, ['--input-type=module', '--eval', program]);
    expect(printed).toContain(question);
    const { contents } = sent.json as { contents: unknown };
    expect((await upstreamCall()).json).toMatchObject({ contents });
  });

  it('sends a picture and what is set, goes on with the conversation, and clears it', async () => {
    await open('protocol=gemini&stream=off');
    await page.getByLabel('System prompt').fill('Be brief.');
    await page.getByLabel('Most tokens').fill('500');
    await page.getByLabel('Thinking').selectOption('low');
    const file = { name: 'dot.png', mimeType: 'image/png', buffer: Buffer.from(RED_DOT, 'base64') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByAltText('Picture 1').waitFor();
    await ask('What colour is it?');
    await answered('What colour is it?');
    const first = await upstreamCall();
    expect(first.json).toMatchObject({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [{ parts: [{ inlineData: { data: RED_DOT } }, { text: 'What colour is it?' }] }],
      generationConfig: { maxOutputTokens: 500, thinkingConfig: { thinkingLevel: 'LOW' } },
    });
    await page.getByRole('radio', { name: 'OpenAI Chat' }).click();
    await page.waitForURL('**protocol=openai-chat*');
    await ask('And now?');
    await answered('And now?');
    const { contents } = (await upstreamCall()).json as { contents: { role: string }[] };
    expect(contents.map(({ role }) => role)).toEqual(['user', 'model', 'user']);
    await button('Clear the conversation').click();
    await page.getByText('Ask a model something').waitFor();
  });

  it('stops an answer, which ends the call upstream', async () => {
    rig.simulator.on().do({ kind: 'stall', afterEvents: 2 });
    await open('protocol=gemini');
    await ask('Tell me a long story');
    await answered('');
    const upstream = await upstreamCall();
    await button('Stop').click();
    await page.getByText('The answer ends here').waitFor();
    await upstream.closed;
    await button('Send').waitFor();
  });

  it('shows a refusal as the client sees it, and leads to it in the log', async () => {
    await page.goto('/playground?model=no-such-model&protocol=openai-chat');
    await ask('Hello');
    const alert = page.getByRole('alert');
    await alert.getByText('404').waitFor();
    await alert.getByText('Choose a model that the gateway knows.').waitFor();
    await page.getByLabel('Your message').and(page.getByText('Hello')).waitFor();
    await alert.getByRole('link', { name: 'Show it in the log' }).click();
    await page.waitForURL('**/logs?tab=requests&open=req_*');
    await page.getByRole('dialog', { name: 'Request' }).getByText('playground').waitFor();
  });

  it('has nothing that hinders people, with an answer and with code', async () => {
    await open('protocol=gemini');
    await ask('Hello');
    await answered('Hello');
    expect(await seriousFaults(page)).toEqual([]);
    await code('Python');
    expect(await seriousFaults(page)).toEqual([]);
  });
});
