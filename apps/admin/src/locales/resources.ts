import enAuth from './en/auth.json';
import enCommon from './en/common.json';
import enJobs from './en/jobs.json';
import enKeys from './en/keys.json';
import enOverview from './en/overview.json';
import enTokens from './en/tokens.json';
import enConfig from './en/config.json';
import enLogs from './en/logs.json';
import enSystem from './en/system.json';
import zhAuth from './zh-CN/auth.json';
import zhCommon from './zh-CN/common.json';
import zhJobs from './zh-CN/jobs.json';
import zhKeys from './zh-CN/keys.json';
import zhOverview from './zh-CN/overview.json';
import zhTokens from './zh-CN/tokens.json';
import zhConfig from './zh-CN/config.json';
import zhLogs from './zh-CN/logs.json';
import zhSystem from './zh-CN/system.json';

/** Every text of the dashboard: language, then namespace (one for each feature, and `common`). */
export const resources = {
  en: {
    common: enCommon,
    auth: enAuth,
    jobs: enJobs,
    keys: enKeys,
    overview: enOverview,
    tokens: enTokens,
    system: enSystem,
    logs: enLogs,
    config: enConfig,
  },
  'zh-CN': {
    common: zhCommon,
    auth: zhAuth,
    jobs: zhJobs,
    keys: zhKeys,
    overview: zhOverview,
    tokens: zhTokens,
    system: zhSystem,
    logs: zhLogs,
    config: zhConfig,
  },
} as const;
