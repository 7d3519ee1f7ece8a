import { SourceError } from './source.ts';

/** The bytes in a gzip file that unpacks to exactly `rawBytes`; `name` is how messages call it. @throws {SourceError} */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  { name, rawBytes }: { name: string; rawBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const raw = new Uint8Array(rawBytes);
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (length + read.value.length > rawBytes) {
        await reader.cancel();
        throw new SourceError('too-large', `${name} unpacks to more than the ${rawBytes} bytes announced.`);
      }
      raw.set(read.value, length);
      length += read.value.length;
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('wrong-format', `${name} is not a whole gzip file.`, { cause });
  }
  if (length < rawBytes) {
    throw new SourceError(
      'wrong-format',
      `${name} unpacks to ${length} bytes where ${rawBytes} were announced.`,
    );
  }
  return raw;
}
