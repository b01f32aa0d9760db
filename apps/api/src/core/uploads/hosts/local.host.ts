import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { group } from '../../settings/group';
import { integer } from '../../settings/kinds/number';
import { text } from '../../settings/kinds/text';
import { PROBE_FILE } from '../upload-form';
import { type UploadedFile, type UploadFile, UploadHostError } from '../upload-host';
import { uploadHostKind } from '../upload-host-kind';

/** Where the gateway serves the files of its own directory. */
export const LOCAL_PATH = '/pictures';

/** The gateway itself: files in its data directory, behind names that cannot be guessed. */
export const local = uploadHostKind({
  id: 'local',
  group: group(
    'upload-local',
    { en: 'Upload host on this machine', zh: '本机图床' },
    {
      LOCAL_UPLOAD_FOLDER: text({
        label: { en: 'Folder for pictures', zh: '图片目录' },
        help: {
          en: 'Folder inside DATA_DIR in which pictures are kept; the gateway serves them under names that nobody can guess.',
          zh: '在 DATA_DIR 内存放图片的目录；网关以无法猜测的文件名对外提供。',
        },
        default: 'pictures',
        check: (name) => (/^[\w-]+(\/[\w-]+)*$/.test(name) ? undefined : 'is not the name of a folder'),
      }),
      LOCAL_UPLOAD_DAYS: integer({
        label: { en: 'Days to keep pictures', zh: '图片保留天数' },
        help: {
          en: 'Deletes pictures in that folder once they are older; links to them in conversations end then. 0: they are kept for good.',
          zh: '超过该天数后删除目录中的图片，对话中指向它们的链接随之失效。0 表示永久保留。',
        },
        default: 0,
        min: 0,
        max: 3650,
        unit: 'days',
      }),
    },
  ),
  make: ({ settings, dataDir }) => {
    const pathOf = (name: string): string => join(dataDir, settings().LOCAL_UPLOAD_FOLDER, name);
    const upload = async ({ bytes, name }: UploadFile): Promise<UploadedFile> => {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
      return { url: `${LOCAL_PATH}/${name}` };
    };
    return {
      id: 'local',

      upload: (file) => upload(file).catch(failed),

      async probe() {
        const path = pathOf(PROBE_FILE.name);
        await rm(path, { force: true })
          .then(() => upload(PROBE_FILE))
          .then(() => rm(path))
          .catch(failed);
      },
    };
  },
});

function failed({ code }: NodeJS.ErrnoException): never {
  throw new UploadHostError(`The file could not be written (${code}).`);
}
