import { type PackCall, type PackSubcommand, textOption, UsageError } from './pack-subcommand.ts';
import { formatBytes } from './publish/describe-site.ts';
import { s3Store } from './publish/s3-store.ts';
import { folderFiles, type SiteFiles } from './publish/site-files.ts';
import { checkIsAhead, uploadSite } from './publish/upload-site.ts';

/** Options of commands that can upload what they have written. */
export const uploadOptions = { to: { type: 'string' }, endpoint: { type: 'string' } } as const;

/** Brings a published folder to an object store. */
export const uploadCommand: PackSubcommand = {
  usage: 'upload SITE --to s3://BUCKET[/FOLDER] [--endpoint URL]',
  summary: 'bring a published folder to an object store, timestamp last',
  options: uploadOptions,
  needs: { count: 1, what: 'the folder that is published' },
  async run(call) {
    const [typed = ''] = call.positionals;
    const uploader = uploaderOf(call, folderFiles(call.resolvePath(typed)));
    if (!uploader) throw new UsageError('Say where to upload: --to s3://BUCKET');
    return (await uploader.upload()).join('\n');
  },
};

interface Uploader {
  /** Before something is signed that could not be uploaded. @throws {PublishError} */
  check(): Promise<void>;
  /** What was done, in lines. @throws {PublishError} */
  upload(): Promise<string[]>;
}

/** Null when the command was not told to upload. @throws {PublishError} */
export function uploaderOf(call: PackCall, files: SiteFiles): Uploader | null {
  const address = textOption(call, 'to');
  if (address === null) return null;
  const store = s3Store({ address, endpoint: textOption(call, 'endpoint'), env: call.env });
  return {
    check: () => checkIsAhead(files, store),
    async upload() {
      const report = await uploadSite(files, store);
      return [
        `Uploaded ${report.files} files (${formatBytes(report.bytes)}) to ${address}`,
        ...(report.removed > 0
          ? [`Removed ${report.removed} files there that nobody has needed for weeks`]
          : []),
      ];
    },
  };
}
