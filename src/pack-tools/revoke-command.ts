import { type PackSubcommand, UsageError } from './pack-subcommand.ts';
import { describeRotation } from './publish/describe-rotation.ts';
import { describeSignatures } from './publish/describe-site.ts';
import { openSite } from './publish/open-site.ts';
import { beginRotation } from './publish/rotate-keys.ts';
import { siteOptionsOf, withSiteLock } from './publish/site-options-of.ts';
import { hasPack, withdrawPack } from './publish/withdraw-pack.ts';
import { typedPlaces } from './rotate-command.ts';

/** Takes back a pack that was published, or the trust in one key. */
export const revokeCommand: PackSubcommand = {
  usage: 'revoke SITE PACK_OR_KEY --keys DIR',
  summary: 'take back a pack, or replace one key that was lost or stolen',
  options: { keys: { type: 'string' } },
  needs: { count: 2, what: 'the folder that is published, and the id of a pack or of a key' },
  async run(call) {
    const [typedSite = '', id = ''] = call.positionals;
    const options = siteOptionsOf(call, typedSite);
    return withSiteLock(options, async () => {
      const site = await openSite(options);
      if (site.repository.published && hasPack(site, id)) {
        const published = await withdrawPack(site, id);
        return [
          `Pack ${id} is no longer in ${options.folder}`,
          ...describeSignatures(site, published),
          `Readers lose it once ${typedSite} is uploaded again: npm run pack -- upload ${typedSite} --to s3://BUCKET, or in your own way.`,
        ].join('\n');
      }
      const keyIds = Object.keys(site.repository.root.metadata.signed.keys).filter(
        (keyId) => /^[0-9a-f]{8,}$/.test(id) && keyId.startsWith(id),
      );
      if (keyIds.length !== 1) {
        throw new UsageError(
          `"${id}" is neither a pack in ${typedSite} nor a key in use. The id of a key is in the name of its file: targets-0123abcd.pem.`,
        );
      }
      return describeRotation(
        await beginRotation(options, { roles: [], keyIds }),
        typedPlaces(call, typedSite),
      );
    });
  },
};
