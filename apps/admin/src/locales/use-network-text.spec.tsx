import { renderHook } from '@testing-library/react';
import { startI18n } from './i18n';
import type { Texts } from './load-texts';
import { useNetworkText } from './use-network-text';
import * as chinese from './zh-CN/texts';

it.each([
  ['Upstream refused the connection (ECONNREFUSED).', '上游拒绝了连接 (ECONNREFUSED).'],
  ['502: The egress proxy failed: it answered 407.', '502: 出口代理失败：它的应答为 407.'],
  ['The egress proxy failed: ECONNREFUSED.', '出口代理失败: ECONNREFUSED.'],
  ['API key not valid. Please pass a valid API key.', 'API key not valid. Please pass a valid API key.'],
])('says "%s" in Chinese where the gateway said it', (message, said) => {
  startI18n('zh-CN', chinese as unknown as Texts);
  expect(renderHook(useNetworkText).result.current(message)).toBe(said);
});
