import { buildExtension } from '../../src/dev-tools/build-extension.ts';

/** Before the first browser test: the extension as it is in `src`. */
export default async function setup(): Promise<void> {
  await buildExtension(['chrome', 'firefox']);
}
