import { SlowReader } from './slow-reader';

it('drops what a slow reader cannot take, and says how much once it reads again', () => {
  const sent: string[] = [];
  const socket = {
    OPEN: 1 as const,
    readyState: 1 as const,
    bufferedAmount: 0,
    send: (text: string) => sent.push(text),
  };
  const reader = new SlowReader(socket, true);
  reader.send('one');
  socket.bufferedAmount = 1024 * 1024;
  reader.send('two');
  reader.send('three');
  socket.bufferedAmount = 0;
  reader.send('four');
  expect(sent).toEqual(['one', '{"kind":"dropped","count":2}', 'four']);
});
