/** An object of Aliyun's storage. */
export interface OssObject {
  readonly url: string;
  /** As signatures name it: `/bucket/name`, encoded. */
  readonly resource: string;
}

/**
 * An endpoint without scheme is Aliyun's, where the bucket stands before it; one with a scheme may be anything that
 * speaks like it, where the bucket begins the path.
 */
export function ossObject(endpoint: string, bucket: string, name: string): OssObject {
  const path = name.split('/').map(encodeURIComponent).join('/');
  const resource = `/${bucket}/${path}`;
  const hasScheme = /^https?:\/\//i.test(endpoint);
  const { protocol, host } = new URL(hasScheme ? endpoint : `https://${endpoint}`);
  const isBucketInHost = !hasScheme || host.endsWith('.aliyuncs.com');
  if (!isBucketInHost) return { url: `${protocol}//${host}${resource}`, resource };
  const bucketHost = host.startsWith(`${bucket}.`) ? host : `${bucket}.${host}`;
  return { url: `${protocol}//${bucketHost}/${path}`, resource };
}
