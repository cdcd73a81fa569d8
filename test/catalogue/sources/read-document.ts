/** What became of reading a document once more. */
export type Reading =
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "gone" }
  | { readonly kind: "unreachable"; readonly why: string };

const maximumBytes = 8 * 1024 * 1024;
const maximumMilliseconds = 30_000;

async function bodyOf(response: Response): Promise<Reading> {
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maximumBytes) return { kind: "unreachable", why: `more than ${maximumBytes} bytes` };
    text += decoder.decode(chunk, { stream: true });
  }
  return { kind: "read", text: text + decoder.decode() };
}

/** Reads a document from the network, as far as that is sensible; nothing is thrown. */
export async function readDocument(url: string): Promise<Reading> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(maximumMilliseconds),
      headers: { accept: "text/html, application/json, text/plain, */*;q=0.5" },
    });
    if (response.status === 404 || response.status === 410) return { kind: "gone" };
    if (!response.ok) return { kind: "unreachable", why: `status ${response.status}` };
    return await bodyOf(response);
  } catch (error) {
    const { cause, message } = error as Error;
    return { kind: "unreachable", why: cause instanceof Error ? cause.message : message };
  }
}
