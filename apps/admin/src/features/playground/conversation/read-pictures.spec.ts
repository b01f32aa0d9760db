import { readPictures } from './read-pictures';

it('takes pictures, and tells which files are none', async () => {
  const picture = new File(['dot'], 'image.png', { type: 'image/png' });
  const text = new File(['words'], 'notes.txt', { type: 'text/plain' });
  const { read, refused } = await readPictures([picture, text]);
  expect(read).toEqual([{ mimeType: 'image/png', data: btoa('dot') }]);
  expect(refused).toEqual([{ name: 'notes.txt', reason: 'type' }]);
});

it('takes a picture though another one of the same name is refused', async () => {
  const small = new File(['dot'], 'image.png', { type: 'image/png' });
  const large = new File([new Uint8Array(14_000_001)], 'image.png', { type: 'image/png' });
  const { read, refused } = await readPictures([large, small]);
  expect(read).toHaveLength(1);
  expect(refused).toEqual([{ name: 'image.png', reason: 'size' }]);
});
