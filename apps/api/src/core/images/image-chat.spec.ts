import { orderOfChat, replyOfChat } from './image-chat';

const PNG = { mimeType: 'image/png', data: 'AAAA' };

it('takes the prompt, its markers and the pictures of the last turn', () => {
  const { order, edited } = orderOfChat({
    contents: [
      { role: 'user', parts: [{ text: 'a dog' }] },
      { role: 'model', parts: [{ text: '![Generated image 1](https://a.example/dog.png)' }] },
      { role: 'user', parts: [{ inlineData: PNG }, { text: 'a cat {n:2}' }] },
    ],
  });
  expect(order).toMatchObject({ prompt: 'a cat', count: 2 });
  expect(edited).toEqual({ pictures: [{ mimeType: 'image/png', base64: 'AAAA' }], mask: undefined });
  expect(orderOfChat({ contents: [{ role: 'user', parts: [{ text: 'a cat' }] }] }).edited).toBeUndefined();
});

it('refuses a turn without words', () => {
  const contents = [{ role: 'user', parts: [{ inlineData: PNG }] }];
  expect(() => orderOfChat({ contents })).toThrow(
    expect.objectContaining({ status: 400, field: 'messages' }),
  );
});

it('answers with a line for each picture, and what all of them used', () => {
  const usage = { promptTokenCount: 3, candidatesTokenCount: 1290 };
  const made = [
    { pictures: [], usage },
    { pictures: [], usage },
    { pictures: [], usage: undefined },
  ];
  expect(replyOfChat(['https://a.example/1.png', 'data:image/png;base64,AAAA'], made, 'm')).toMatchObject({
    candidates: [
      {
        content: {
          parts: [
            {
              text: '![Generated image 1](https://a.example/1.png)\n\n![Generated image 2](data:image/png;base64,AAAA)',
            },
          ],
        },
        finishReason: 'STOP',
      },
    ],
    usageMetadata: { promptTokenCount: 6, candidatesTokenCount: 2580 },
  });
});
