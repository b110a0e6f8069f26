import { WebSocket } from 'ws';

/**
 * As much of a browser as the Direct Line client needs: its requests go through `fetch`, its sockets
 * through `ws`. Call it before the client is made.
 */
export function installBrowserGlobals(): void {
  Object.assign(globalThis, { XMLHttpRequest: FetchRequest, WebSocket });
}

class FetchRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  readonly #headers = new Headers();
  readonly #abort = new AbortController();
  #answered = new Headers();
  #method = 'GET';
  #url = '';

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  send(body?: string | FormData): void {
    void this.#run(body ?? null);
  }

  abort(): void {
    this.#abort.abort();
  }

  async #run(body: string | FormData | null): Promise<void> {
    try {
      const reply = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        body,
        signal: this.#abort.signal,
      });
      const bytes = Buffer.from(await reply.arrayBuffer());
      this.status = reply.status;
      this.#answered = reply.headers;
      this.responseText = bytes.toString('utf8');
      this.response = this.responseType === 'arraybuffer' ? bytes : parse(this.responseText);
    } catch {
      this.status = 0;
    }
    if (this.#abort.signal.aborted) return;
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
