import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { precompress } from '../widget/building/precompress.mts';

const compressAssets: Plugin = {
  name: 'compress-assets',
  apply: 'build',
  writeBundle: async ({ dir }) => {
    if (dir !== undefined) await precompress(join(dir, 'assets'));
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react(), compressAssets],
  // The server puts a fresh nonce into each answer: src/desk/page.ts.
  html: { cspNonce: '__LUMBAR_NONCE__' },
  build: {
    outDir: '../../../dist/web/desk',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
