import { aSimulator, ask, closeSimulators } from '../../testing/a-simulator';

describe('tools that upstream runs', () => {
  afterEach(closeSimulators);

  it('run code where the request lets them', async () => {
    const server = await aSimulator();
    const { json } = await ask(server, 'Please calculate 2 + 3 and plot it', {
      tools: [{ codeExecution: {} }],
    });
    const [code, result, drawn] = json.candidates[0].content.parts as object[];
    expect([code, result]).toMatchObject([
      { executableCode: { language: 'PYTHON', code: 'print(2 + 3)\n' } },
      { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '5\n' } },
    ]);
    expect(drawn).toMatchObject({ inlineData: { mimeType: 'image/png' } });
    const plain = await ask(server, 'Please calculate 2 + 3');
    expect(JSON.stringify(plain.json)).not.toContain('executableCode');
  });

  it('read the pages of the prompt', async () => {
    const { json } = await ask(await aSimulator(), 'Sum up https://a.example/x, please', {
      tools: [{ urlContext: {} }],
    });
    expect(json.candidates[0].urlContextMetadata).toEqual({
      urlMetadata: [
        { retrievedUrl: 'https://a.example/x', urlRetrievalStatus: 'URL_RETRIEVAL_STATUS_SUCCESS' },
      ],
    });
  });
});
