import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, defineConfig, type InlineConfig, type UserConfig, type ViteBuilder } from 'vite';
import { precompress } from './building/precompress.mts';
import { readNumbers } from './building/regions.mts';
import { webChatInShadow } from './building/web-chat-in-shadow.mts';

const here = import.meta.dirname;
const numbers = readNumbers();

/** The chat with Web Chat in it: a module with a hashed name, which browsers keep for a year. */
const chat: UserConfig = {
  root: here,
  logLevel: 'error',
  plugins: [webChatInShadow()],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env': '{}',
    global: 'globalThis',
    LUMBAR_PHONE_NUMBERS: JSON.stringify(numbers.all),
  },
  build: {
    outDir: resolve(here, '../../../dist/web/widget'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: resolve(here, 'chat/mount.tsx'),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'webchat-[hash].js', codeSplitting: false },
    },
  },
};

/** The script of the page, which has to know the chat's name. */
const launcher = (folder: string, chatFile: string): InlineConfig => ({
  configFile: false,
  root: here,
  logLevel: 'error',
  define: {
    LUMBAR_EMERGENCY_NUMBERS: JSON.stringify(numbers.emergency),
    LUMBAR_CHAT_PATH: JSON.stringify(`/widget/${chatFile}`),
  },
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: 'es2020',
    rolldownOptions: {
      input: resolve(here, 'launcher/main.ts'),
      output: { format: 'iife', entryFileNames: 'widget.js' },
    },
  },
});

/** `--outDir` moves all of it. */
async function buildAll(builder: ViteBuilder): Promise<void> {
  const { client } = builder.environments;
  if (!client) throw new Error('there is nothing to build for');
  const folder = resolve(here, client.config.build.outDir);
  const demo = resolve(folder, '../demo');
  const built = await builder.build(client);
  const [result] = Array.isArray(built) ? built : [built];
  const chatFile = result && 'output' in result ? result.output[0].fileName : undefined;
  if (!chatFile) throw new Error('the chat was not built');
  await build(launcher(folder, chatFile));
  await rm(demo, { recursive: true, force: true });
  await cp(resolve(here, '../demo'), demo, { recursive: true });
  await Promise.all([precompress(folder), precompress(demo)]);
}

export default defineConfig({ ...chat, builder: { buildApp: buildAll } });
