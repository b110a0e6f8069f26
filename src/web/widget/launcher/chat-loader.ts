import type { Chat, ChatModule, ChatOptions } from '../shared/chat-module';

const patienceMs = 45_000;
let failures = 0;

/** Fetches the chat's bundle; the browser keeps it. Rejects when it cannot be had. */
export async function loadChat(server: string): Promise<(options: ChatOptions) => Chat> {
  // A browser may remember that a module failed to load, but not under another address.
  const again = failures > 0 ? `?again=${failures}` : '';
  try {
    const module: ChatModule = await Promise.race([
      import(/* @vite-ignore */ server + LUMBAR_CHAT_PATH + again),
      new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error('the chat took too long to load')), patienceMs);
      }),
    ]);
    return module.mount;
  } catch (error) {
    failures += 1;
    throw error;
  }
}
