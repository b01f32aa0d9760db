import { CopyRefused, copyText } from './copy-text';

it('says so where the browser lets no script copy', async () => {
  document.execCommand = () => false;
  await expect(copyText('secret')).rejects.toBeInstanceOf(CopyRefused);
  expect(document.querySelector('textarea')).toBeNull();
});
