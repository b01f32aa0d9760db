import { group } from '../group';
import { integer } from '../kinds/number';
import { toggle } from '../kinds/toggle';

export const filesGroup = group(
  'files',
  { en: 'Files', zh: '文件' },
  {
    FILES_USER_ISOLATION_ENABLED: toggle({
      label: { en: 'Files of one token only', zh: '文件按令牌隔离' },
      help: {
        en: 'A client token sees, uses and deletes only the files, caches and batches it made itself. The admin token sees all.',
        zh: '令牌只能查看、使用和删除自己创建的文件、缓存和批处理；管理员令牌可见全部。',
      },
      default: true,
    }),
    FILES_CLEANUP_ENABLED: toggle({
      label: { en: 'Forget expired files', zh: '清理过期文件' },
      help: {
        en: 'Removes files from the list once Google has deleted them.',
        zh: '在 Google 删除文件后将其从列表中移除。',
      },
      default: true,
    }),
    FILES_CLEANUP_INTERVAL_HOURS: integer({
      label: { en: 'Time between clean-ups', zh: '清理间隔' },
      help: { en: 'How often expired files are looked for.', zh: '查找过期文件的间隔。' },
      default: 1,
      min: 1,
      max: 8760,
      unit: 'hours',
    }),
  },
);
