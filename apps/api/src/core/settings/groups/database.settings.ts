import { group } from '../group';
import { choice } from '../kinds/choice';
import { integer } from '../kinds/number';
import { secretText } from '../kinds/secret';
import { text } from '../kinds/text';

const atStart = { effect: 'restart', isEnvOnly: true } as const;

export const databaseGroup = group(
  'database',
  { en: 'Database', zh: '数据库' },
  {
    DATABASE_TYPE: choice({
      ...atStart,
      label: { en: 'Kind of database', zh: '数据库类型' },
      help: {
        en: 'sqlite needs nothing else; mysql (or MariaDB) needs the MYSQL_* settings.',
        zh: 'sqlite 无需其他依赖；mysql（或 MariaDB）需要填写 MYSQL_* 设置。',
      },
      default: 'sqlite',
      options: ['sqlite', 'mysql'],
      synonyms: { mariadb: 'mysql' },
    }),
    SQLITE_DATABASE: text({
      ...atStart,
      label: { en: 'SQLite file', zh: 'SQLite 文件名' },
      help: {
        en: 'Name of the database file inside DATA_DIR; it ends in .db where no other ending is given.',
        zh: 'DATA_DIR 内数据库文件的名称；未写扩展名时为 .db。',
      },
      default: 'default_db',
      check: (name) => (/^(?!\.{1,2}$)[^/\\\0]+$/.test(name) ? undefined : 'is not a file name'),
    }),
    MYSQL_HOST: text({
      ...atStart,
      label: { en: 'MySQL host', zh: 'MySQL 主机' },
      help: { en: 'Name or address of the server.', zh: '服务器的名称或地址。' },
      default: '',
    }),
    MYSQL_PORT: integer({
      ...atStart,
      label: { en: 'MySQL port', zh: 'MySQL 端口' },
      help: { en: 'TCP port of the server.', zh: '服务器的 TCP 端口。' },
      default: 3306,
      min: 1,
      max: 65_535,
    }),
    MYSQL_USER: text({
      ...atStart,
      label: { en: 'MySQL user', zh: 'MySQL 用户' },
      help: { en: 'User that may create and change tables.', zh: '有权创建和修改数据表的用户。' },
      default: '',
    }),
    MYSQL_PASSWORD: secretText({
      ...atStart,
      label: { en: 'MySQL password', zh: 'MySQL 密码' },
      help: { en: 'Password of that user.', zh: '该用户的密码。' },
    }),
    MYSQL_DATABASE: text({
      ...atStart,
      label: { en: 'MySQL database', zh: 'MySQL 库名' },
      help: { en: 'Name of the database, which must exist.', zh: '数据库名，需要事先建好。' },
      default: '',
    }),
    MYSQL_SOCKET: text({
      ...atStart,
      label: { en: 'MySQL socket', zh: 'MySQL 套接字' },
      help: {
        en: 'Unix socket of the server, used instead of host and port.',
        zh: '服务器的 Unix 套接字路径，用来代替主机和端口。',
      },
      default: '',
    }),
  },
);
