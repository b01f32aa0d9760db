import { aliyunOss } from './hosts/aliyun-oss.host';
import { cloudflareImgbed } from './hosts/cloudflare-imgbed.host';
import { local } from './hosts/local.host';
import { picgo } from './hosts/picgo.host';
import { smms } from './hosts/smms.host';

/** Every upload host, in the order in which they are offered. A new host is one line here. */
export const UPLOAD_HOST_KINDS = [smms, picgo, cloudflareImgbed, aliyunOss, local] as const;

type Groups<Kinds extends readonly { readonly group: unknown }[]> = {
  readonly [Place in keyof Kinds]: Kinds[Place]['group'];
};

/** The settings of every host. */
export const UPLOAD_HOST_GROUPS = UPLOAD_HOST_KINDS.map(({ group }) => group) as unknown as Groups<
  typeof UPLOAD_HOST_KINDS
>;
