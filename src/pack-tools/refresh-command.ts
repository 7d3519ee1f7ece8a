import type { PackSubcommand } from './pack-subcommand.ts';
import { describeSignatures } from './publish/describe-site.ts';
import { openSite } from './publish/open-site.ts';
import { refreshSite } from './publish/refresh-site.ts';
import { siteOptionsOf, withSiteLock } from './publish/site-options-of.ts';
import { uploaderOf, uploadOptions } from './upload-command.ts';

/** Signs a published folder anew, every day. */
export const refreshCommand: PackSubcommand = {
  usage: 'refresh SITE --keys DIR [--to s3://BUCKET] [--targets]',
  summary: 'sign anew that what is published is the newest; every day',
  options: { keys: { type: 'string' }, targets: { type: 'boolean' }, ...uploadOptions },
  needs: { count: 1, what: 'the folder that is published' },
  async run(call) {
    const [typed = ''] = call.positionals;
    const options = siteOptionsOf(call, typed);
    return withSiteLock(options, async () => {
      const site = await openSite(options);
      const uploader = uploaderOf(call, site.files);
      await uploader?.check();
      const { published, notices } = await refreshSite(site, { withTargets: call.values.targets === true });
      return [
        `Signed ${options.folder} anew`,
        ...notices,
        ...describeSignatures(site, published),
        ...((await uploader?.upload()) ?? ['Upload it again, metadata/timestamp.json last.']),
      ].join('\n');
    });
  },
};
