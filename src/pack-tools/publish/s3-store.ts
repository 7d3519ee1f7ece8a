/** An S3-compatible object store, such as Amazon's, MinIO, R2 or Garage, reached through aws4fetch. */

import { AwsClient } from 'aws4fetch';
import { PublishError } from './publish-error.ts';
import { sha256Of } from './signed-file.ts';

/** What an upload needs of a store. Paths are relative to the published folder. */
export interface ObjectStore {
  /** For messages: `s3://bucket/prefix`. */
  readonly name: string;
  /** Bytes by path of all that is below the prefix. */
  list(): Promise<Map<string, number>>;
  read(path: string): Promise<Buffer | null>;
  put(path: string, bytes: Buffer, headers: Readonly<Record<string, string>>): Promise<void>;
  remove(path: string): Promise<void>;
}

export interface S3Options {
  /** `s3://bucket` or `s3://bucket/prefix`. */
  readonly address: string;
  /** Of a store that is not Amazon's. */
  readonly endpoint: string | null;
  /** Keys and region under the names that all tools for S3 use. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Nothing is asked of it before the first call. @throws {PublishError} */
export function s3Store({ address, endpoint, env }: S3Options): ObjectStore {
  const { bucket, prefix } = parseAddress(address);
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!accessKeyId || !secretAccessKey) {
    throw new PublishError(
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to the keys of the object store.',
    );
  }
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
  const sessionToken = env.AWS_SESSION_TOKEN;
  const base = baseUrl({
    bucket,
    region,
    endpoint: endpoint ?? env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL ?? null,
  });
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    service: 's3',
    region,
    retries: 5,
  });

  const ask = async (method: string, url: string, body?: Buffer, headers = {}): Promise<Response> => {
    try {
      return await client.fetch(url, {
        method,
        // Else the body would not be part of what is signed.
        headers: { ...headers, 'X-Amz-Content-Sha256': sha256Of(body ?? Buffer.of()) },
        ...(body && { body: new Uint8Array(body) }),
      });
    } catch (cause) {
      throw new PublishError(
        `${address} could not be reached at ${new URL(base).host}. What is uploaded already stays; run the same command again.`,
        { cause },
      );
    }
  };
  const refusal = (what: string, status: number, body: string) =>
    new PublishError(describeRefusal({ address, what, status, body }));
  const urlOf = (path: string): string =>
    `${base}/${`${prefix}${path}`.split('/').map(encodeURIComponent).join('/')}`;

  return {
    name: address,
    async list() {
      const found = new Map<string, number>();
      let token: string | null = null;
      do {
        const query = new URLSearchParams({ 'list-type': '2', 'encoding-type': 'url', prefix });
        if (token !== null) query.set('continuation-token', token);
        // As S3 signs it: a blank is %20 there, and + elsewhere.
        const response = await ask('GET', `${base}/?${query.toString().replaceAll('+', '%20')}`);
        if (!response.ok) throw refusal('listed', response.status, await response.text());
        const xml = await response.text();
        for (const { key, bytes } of entriesOf(xml)) found.set(key.slice(prefix.length), bytes);
        token = textIn(xml, 'NextContinuationToken');
      } while (token !== null);
      return found;
    },
    async read(path) {
      const response = await ask('GET', urlOf(path));
      const bytes = Buffer.from(await response.arrayBuffer());
      if (response.ok) return bytes;
      const body = bytes.toString('utf8');
      if (response.status === 404 && textIn(body, 'Code') !== 'NoSuchBucket') return null;
      throw refusal(`read (${path})`, response.status, body);
    },
    async put(path, bytes, headers) {
      const response = await ask('PUT', urlOf(path), bytes, headers);
      if (!response.ok) throw refusal(`written (${path})`, response.status, await response.text());
    },
    async remove(path) {
      const response = await ask('DELETE', urlOf(path));
      if (!response.ok && response.status !== 404)
        throw refusal(`cleaned up (${path})`, response.status, await response.text());
    },
  };
}

/** `prefix` is empty or ends with a slash. */
function parseAddress(address: string): { bucket: string; prefix: string } {
  const [, bucket = '', path = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(address) ?? [];
  if (!bucket)
    throw new PublishError(`${address} is no object store; write s3://BUCKET or s3://BUCKET/FOLDER.`);
  const prefix = path.replace(/\/+$/, '');
  return { bucket, prefix: prefix && `${prefix}/` };
}

/** Without a slash at its end. Other stores know the bucket by the path; Amazon's by the host, if a host can be so called. */
function baseUrl({
  bucket,
  region,
  endpoint,
}: {
  bucket: string;
  region: string;
  endpoint: string | null;
}): string {
  if (endpoint === null) {
    return bucket.includes('.')
      ? `https://s3.${region}.amazonaws.com/${bucket}`
      : `https://${bucket}.s3.${region}.amazonaws.com`;
  }
  if (!URL.canParse(endpoint)) throw new PublishError(`The endpoint ${endpoint} is no web address.`);
  return `${endpoint.replace(/\/+$/, '')}/${bucket}`;
}

function describeRefusal({
  address,
  what,
  status,
  body,
}: {
  address: string;
  what: string;
  status: number;
  body: string;
}): string {
  const code = textIn(body, 'Code') ?? 'no reason given';
  const next =
    code === 'NoSuchBucket'
      ? 'Make the bucket, or correct its name.'
      : status === 301 || code === 'PermanentRedirect' || code === 'AuthorizationHeaderMalformed'
        ? 'The bucket is in another region: set AWS_REGION.'
        : status === 403
          ? 'Check the keys, the clock, and that they may list, read, write and delete there.'
          : 'Run the same command again; what is uploaded already stays.';
  return `${address} cannot be ${what}: the store answered ${status} (${code}). ${next}`;
}

/** The objects in an answer to ListObjectsV2; keys are URL-encoded in it, so that there is no markup inside. */
function entriesOf(xml: string): { key: string; bytes: number }[] {
  return Array.from(xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g), ([, entry = '']) => ({
    key: decodeURIComponent((textIn(entry, 'Key') ?? '').replaceAll('+', ' ')),
    bytes: Number(textIn(entry, 'Size')),
  }));
}

function textIn(xml: string, element: string): string | null {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
  return text === undefined
    ? null
    : text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
