import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from '../../src/pack-tools/serve-folder.ts';

export const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

export interface SignedRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The Signature Version 4 that this request ought to have, by the headers that its own one says it covers. */
export function expectedSignature({ method, url, headers }: SignedRequest, secretAccessKey: string): string {
  const authorization = headers.authorization ?? '';
  const [, date = '', region = '', service = ''] =
    /Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\//.exec(authorization) ?? [];
  const names = (/SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? '').split(';');
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query
      .split('&')
      .filter(Boolean)
      .map((each) => (each.includes('=') ? each : `${each}=`))
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [region, service, 'aws4_request'].reduce(
    (before, part) => hmac(before, part),
    hmac(`AWS4${secretAccessKey}`, date),
  );
  return hmac(key, toSign).toString('hex');
}

interface StoredObject {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** An object store with one bucket, `news`, which takes nothing that is not signed as S3 asks for. */
export class S3Server {
  readonly objects = new Map<string, StoredObject>();
  /** `PUT path` and the like, in the order in which they were taken. */
  readonly changes: string[] = [];
  /** Objects in one answer to a listing. */
  pageSize = 3;
  /** Stands before each change; throwing stops the store from taking this one and all later ones. */
  beforeChange: (change: string) => void = () => undefined;
  url = '';
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<S3Server> {
    const s3 = new S3Server();
    s3.url = await listen(s3.server, 0);
    return s3;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = '', url = '', headers } = request;
    const refuse = (status: number, code: string) =>
      response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    const flat = headers as Record<string, string | undefined>;
    const signature = /Signature=([0-9a-f]+)/.exec(flat.authorization ?? '')?.[1];
    if (!flat.authorization?.includes(`Credential=${credentials.accessKeyId}/`))
      return void refuse(403, 'InvalidAccessKeyId');
    if (signature !== expectedSignature({ method, url, headers: flat }, credentials.secretAccessKey)) {
      return void refuse(403, 'SignatureDoesNotMatch');
    }
    if (flat['x-amz-content-sha256'] !== sha256(body)) return void refuse(400, 'XAmzContentSHA256Mismatch');
    const { pathname, searchParams } = new URL(url, this.url);
    const [, bucket, ...rest] = pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    if (bucket !== 'news') return void refuse(404, 'NoSuchBucket');
    if (method === 'GET' && key === '') return void response.end(this.listing(searchParams));
    const object = this.objects.get(key);
    if (method === 'GET') return void (object ? response.end(object.bytes) : refuse(404, 'NoSuchKey'));
    try {
      this.beforeChange(`${method} ${key}`);
    } catch {
      return void request.socket.destroy();
    }
    this.changes.push(`${method} ${key}`);
    if (method === 'PUT') this.objects.set(key, { bytes: body, headers: flat });
    else this.objects.delete(key);
    response.writeHead(method === 'PUT' ? 200 : 204).end();
  }

  private listing(query: URLSearchParams): string {
    const prefix = query.get('prefix') ?? '';
    const after = query.get('continuation-token') ?? '';
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, this.pageSize);
    const contents = page.map((key) => {
      const size = this.objects.get(key)?.bytes.length;
      return `<Contents><Key>${encodeURIComponent(key).replaceAll('%2F', '/')}</Key><Size>${size}</Size></Contents>`;
    });
    const next =
      keys.length > page.length ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    return `<?xml version="1.0"?><ListBucketResult>${contents.join('\n')}${next}</ListBucketResult>`;
  }
}
