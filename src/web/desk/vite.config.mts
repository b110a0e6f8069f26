import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react()],
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
