/** What tuf-js uses of Node's Buffer, as a Uint8Array that knows hex and UTF-8. */
export class NodeBuffer extends Uint8Array<ArrayBuffer> {
  static fromBytes(source: ArrayLike<number>): NodeBuffer {
    const buffer = new NodeBuffer(new ArrayBuffer(source.length));
    buffer.set(source);
    return buffer;
  }

  /** As in Node, hex ends at the first pair that is none. */
  static override from(
    source: string | ArrayLike<number> | Iterable<number>,
    encoding?: unknown,
  ): NodeBuffer {
    if (typeof source !== 'string') {
      return NodeBuffer.fromBytes('length' in source ? source : Array.from(source));
    }
    if (encoding !== 'hex') return NodeBuffer.fromBytes(new TextEncoder().encode(source));
    const pairs = /^(?:[0-9a-f]{2})*/i.exec(source)?.[0].match(/../g) ?? [];
    return NodeBuffer.fromBytes(pairs.map((pair) => Number.parseInt(pair, 16)));
  }

  static concat(parts: readonly Uint8Array[]): NodeBuffer {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const whole = new NodeBuffer(new ArrayBuffer(length));
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    return whole;
  }

  /** Bytes that are no UTF-8 become U+FFFD, as in Node. */
  override toString(encoding?: string): string {
    if (encoding === 'hex') return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this);
  }

  /** Only 32 bits are ever asked for, from the first byte. */
  readUInt32BE(): number {
    return new DataView(this.buffer, this.byteOffset, 4).getUint32(0);
  }
}
