import { build, type Plugin } from 'vite';
import { projectPath } from './project-paths.ts';

/** Writes `dist/NAME.mjs`, one self-contained module for Node or browsers that keeps only Node's own imports, and returns its path. */
export async function buildModule({
  entry,
  name,
  plugins = [],
}: {
  /** From the project's folder. */
  entry: string;
  name: string;
  plugins?: Plugin[];
}): Promise<string> {
  await build({
    configFile: false,
    root: projectPath('.'),
    logLevel: 'warn',
    plugins,
    build: {
      outDir: projectPath('dist'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      lib: { entry: projectPath(entry), formats: ['es'], fileName: () => `${name}.mjs` },
      rolldownOptions: { external: /^node:/ },
    },
  });
  return projectPath(`dist/${name}.mjs`);
}
