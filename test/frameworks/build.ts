/** Bundles the small apps, as their frameworks' own tools would, into .build/frameworks. */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { compile, compileModule } from 'svelte/compiler';
import { sure } from '../sure.js';

const folder = new URL('.', import.meta.url);
const out = new URL('../../.build/frameworks/', folder);

export const frameworks: Record<string, { app: string; server?: string }> = {
  react: { app: 'react/app.jsx', server: 'react/server.jsx' },
  vue: { app: 'vue/app.js', server: 'vue/server.js' },
  svelte: { app: 'svelte/app.svelte.js', server: 'svelte/server.js' },
  angular: { app: 'angular/app.js' },
};

const svelte = (generate: 'client' | 'server'): Plugin => ({
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte(\.js)?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { js, warnings } = (path.endsWith('.js') ? compileModule : compile)(source, {
        filename: path,
        generate,
        // Its development mode on a server asks for a copy of svelte in the same bundle.
        dev: generate === 'client',
      });
      return { contents: js.code, warnings: warnings.map(({ message }) => ({ text: message })) };
    });
  },
});

/** With all that a framework warns of while one develops. */
const options: BuildOptions = {
  bundle: true,
  jsx: 'automatic',
  charset: 'utf8',
  logLevel: 'warning',
  define: {
    'process.env.NODE_ENV': '"development"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
};

/** @returns the script of the app */
export async function bundleApp(name: string): Promise<string> {
  const { app } = sure(frameworks[name]);
  const { outputFiles } = await build({
    ...options,
    entryPoints: [new URL(app, folder).pathname],
    outdir: out.pathname,
    write: false,
    format: 'esm',
    conditions: ['browser', 'development'],
    plugins: [svelte('client')],
  });
  return sure(outputFiles.find(({ path }) => path.endsWith('.js'))).text;
}

/** @returns what the framework renders without a browser */
export async function renderOnServer(name: string): Promise<string> {
  const server = sure(frameworks[name]?.server);
  // Other browsers run the same test at the same time.
  const outfile = new URL(`${name}.server.${process.pid}.mjs`, out).pathname;
  await build({
    ...options,
    entryPoints: [new URL(server, folder).pathname],
    outfile,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    conditions: ['development'],
    plugins: [svelte('server')],
  });
  try {
    return (await import(outfile)).render();
  } finally {
    rmSync(outfile);
  }
}
