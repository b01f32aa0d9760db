import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { anImageRig, PIXEL, STANDARD } from '../support/rigs/image-rig';

const { here, sent } = anImageRig();

describe('a chat with the image model', () => {
  const model = `${STANDARD}-chat`;

  it('answers with pictures as Markdown', async () => {
    const { choices, usage } = await here.openai.chat.completions.create({
      model,
      messages: [
        { role: 'user', content: 'a dog' },
        { role: 'assistant', content: '![Generated image 1](https://a.example/dog.png)' },
        { role: 'user', content: 'a cat {n:2}' },
      ],
    });
    expect(choices[0]?.finish_reason).toBe('stop');
    const links = [...choices[0]!.message.content!.matchAll(/!\[Generated image \d\]\((http[^)]+\.png)\)/g)];
    expect(links).toHaveLength(2);
    expect((await fetch(links[0]![1]!)).headers.get('content-type')).toBe('image/png');
    expect(usage?.completion_tokens).toBeGreaterThan(0);
    expect(sent()).toHaveLength(2);
    expect(sent()[0]).toMatchObject({ contents: [{ parts: [{ text: 'a cat' }] }] });
  });

  it('streams as any other chat, and edits the picture it is shown', async () => {
    const url = `data:image/png;base64,${PIXEL.toString('base64')}`;
    const content = [
      { type: 'text' as const, text: 'a hat' },
      { type: 'image_url' as const, image_url: { url } },
    ];
    const stream = await here.openai.chat.completions.create({
      model,
      messages: [{ role: 'user', content }],
      stream: true,
    });
    let [text, finish] = ['', ''];
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? '';
      finish = choices[0]?.finish_reason ?? finish;
    }
    expect([text, finish]).toEqual([expect.stringContaining('/pictures/'), 'stop']);
    expect(sent()[0]).toMatchObject({
      contents: [{ parts: [{ inlineData: { mimeType: 'image/png' } }, { text: 'a hat' }] }],
    });
  });

  it('is in the lists of those who can chat so', async () => {
    const names: string[] = [];
    for await (const { id } of here.openai.models.list()) names.push(id);
    expect(names).toContain(model);
    const native = await fetch(`${here.rig.gateway.url}/v1beta/models`, {
      headers: { 'x-goog-api-key': CLIENT_TOKEN },
    });
    expect(await native.text()).not.toContain(model);
  });

  it('works in other dialects', async () => {
    const response = await fetch(`${here.rig.gateway.url}/v1/messages`, {
      method: 'POST',
      headers: {
        'x-api-key': CLIENT_TOKEN,
        'anthropic-version': '2023-06-01',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ model, max_tokens: 100, messages: [{ role: 'user', content: 'a cat' }] }),
    });
    const { content, stop_reason } = (await response.json()) as {
      content: { text: string }[];
      stop_reason: string;
    };
    expect([content[0]?.text, stop_reason]).toEqual([expect.stringContaining('/pictures/'), 'end_turn']);
  });

  it('works in responses, whole and as a stream', async () => {
    const { output_text, status } = await here.openai.responses.create({ model, input: 'a cat' });
    expect([output_text, status]).toEqual([expect.stringContaining('/pictures/'), 'completed']);
    const final = await here.openai.responses.stream({ model, input: 'a cat' }).finalResponse();
    expect(final.output_text).toContain('/pictures/');
  });

  it('tells of a filter', async () => {
    here.rig.simulator.on({ model: STANDARD }).do({ kind: 'blocked-prompt' });
    const asked = here.openai.chat.completions.create({
      model,
      messages: [{ role: 'user', content: 'a cat' }],
    });
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'content_filter' });
  });
});
