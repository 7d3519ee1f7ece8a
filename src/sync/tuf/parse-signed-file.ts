import * as v from 'valibot';

/** What all files of metadata say of themselves. Nothing is verified here. */
export interface SignedFile {
  readonly version: number;
  readonly expires: Date;
  /** Ids of the keys that it says signed it. */
  readonly signedBy: readonly string[];
  /** Only in roots: ids of the keys that may sign for a role. */
  readonly keysOf: ReadonlyMap<string, readonly string[]>;
}

const schema = v.object({
  signed: v.object({
    version: v.number(),
    expires: v.pipe(
      v.string(),
      v.transform((text) => new Date(text)),
      v.date(),
    ),
    roles: v.optional(v.record(v.string(), v.object({ keyids: v.array(v.string()) })), {}),
  }),
  signatures: v.array(v.object({ keyid: v.string() })),
});

/** The file's own words, or null when it is no metadata. */
export function parseSignedFile(bytes: Uint8Array | undefined): SignedFile | null {
  if (!bytes) return null;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return null;
  const { signed, signatures } = parsed.output;
  return {
    version: signed.version,
    expires: signed.expires,
    signedBy: signatures.map(({ keyid }) => keyid),
    keysOf: new Map(Object.entries(signed.roles).map(([role, { keyids }]) => [role, keyids])),
  };
}
