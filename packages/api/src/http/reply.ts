/** What a handler answers: status, body and headers, with no reply object to mutate. */
export interface Reply<B = unknown> {
  status: number;
  body: B;
  headers: Record<string, string>;
}

export const ok = <B>(body: B, headers: Record<string, string> = {}): Reply<B> => ({
  status: 200,
  body,
  headers,
});

export const created = <B>(
  body: B,
  location: string,
  headers: Record<string, string> = {},
): Reply<B> => ({ status: 201, body, headers: { location, ...headers } });

export const noContent = (): Reply<null> => ({ status: 204, body: null, headers: {} });
