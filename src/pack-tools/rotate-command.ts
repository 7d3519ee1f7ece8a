import { type PackCall, type PackSubcommand, UsageError } from './pack-subcommand.ts';
import { describeRotation } from './publish/describe-rotation.ts';
import { isRole, roles } from './publish/roles.ts';
import { beginRotation, continueRotation } from './publish/rotate-keys.ts';
import { siteOptionsOf, withSiteLock } from './publish/site-options-of.ts';

/** Puts new keys in the place of old ones. Without roles it goes on with a change that waits for signatures. */
export const rotateCommand: PackSubcommand = {
  usage: 'rotate SITE [ROLE...] --keys DIR [--renew]',
  summary: 'make new keys for roles, or sign the root for another year',
  options: { keys: { type: 'string' }, renew: { type: 'boolean' } },
  needs: { count: 1, what: 'the folder that is published' },
  async run(call) {
    const [site = '', ...typed] = call.positionals;
    const options = siteOptionsOf(call, site);
    const replaced = typed.map((name) => {
      if (isRole(name)) return name;
      throw new UsageError(`${name} is no role; choose among ${roles.join(', ')}.`);
    });
    const begins = replaced.length > 0 || call.values.renew === true;
    const state = await withSiteLock(options, () =>
      begins ? beginRotation(options, { roles: replaced, keyIds: [] }) : continueRotation(options),
    );
    return describeRotation(state, typedPlaces(call, site));
  },
};

/** As somebody typed them, so that what is proposed can be typed the same way. */
export const typedPlaces = ({ values }: PackCall, site: string): { site: string; keys: string } => ({
  site,
  keys: String(values.keys),
});
