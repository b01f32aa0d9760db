import { UPLOAD_HOST_KINDS } from '../../uploads/upload-host-kinds';
import { group } from '../group';
import { choice } from '../kinds/choice';
import { text } from '../kinds/text';

export const imagesGroup = group(
  'images',
  { en: 'Images', zh: '图像' },
  {
    CREATE_IMAGE_MODEL: text({
      label: { en: 'Model for making images', zh: '图像生成模型' },
      help: {
        en: 'Model behind /v1/images/generations, also offered as NAME-chat.',
        zh: '/v1/images/generations 所用的模型，另以 NAME-chat 提供。',
      },
      default: 'gemini-3.1-flash-image-preview',
      of: 'model',
      modelKinds: ['image'],
    }),
    CHAT_PICTURES: choice({
      label: { en: 'Pictures in chats', zh: '聊天中的图片' },
      help: {
        en: 'How chat completions give pictures: as Markdown links to the upload host (as data where there is none), or as data in message.images.',
        zh: '聊天回答中图片的形式：指向图床的 Markdown 链接（未配置图床时内嵌数据），或 message.images 中的数据。',
      },
      default: 'markdown',
      options: ['markdown', 'images'],
    }),
    UPLOAD_PROVIDER: choice({
      label: { en: 'Upload host', zh: '图床' },
      help: {
        en: 'Where generated pictures are put so that answers can link to them.',
        zh: '存放生成图片的地方，回答中以链接引用。',
      },
      default: 'smms',
      options: UPLOAD_HOST_KINDS.map(({ id }) => id),
    }),
  },
);
