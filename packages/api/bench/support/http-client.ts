import { Agent, request } from "node:http";
import type { Answer, CallOptions, Client } from "../../src/testing/test-api.ts";

/** One connection that stays open, so that no request pays for a new one. */
export function httpClient(api: string, { tenantId, key }: { tenantId: string; key: string }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true } as object);
  const call = (method: string, url: string, { body, headers }: CallOptions = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const text = body === undefined ? "" : JSON.stringify(body);
      const outgoing = request(
        api + url,
        {
          method,
          agent,
          headers: {
            authorization: `Bearer ${key}`,
            "x-request-id": "same",
            ...(text === "" ? {} : { "content-type": "application/json" }),
            ...(text === "" ? {} : { "content-length": Buffer.byteLength(text) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            const isJson = /json/.test(response.headers["content-type"] ?? "") && text !== "";
            resolve({
              status: response.statusCode ?? 0,
              body: isJson ? JSON.parse(text) : text,
              text,
              headers: response.headers as Record<string, string>,
            });
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(text);
    });
  const client: Client = {
    tenantId,
    key,
    call,
    get: (url, options) => call("GET", url, options),
    post: (url, body, options) => call("POST", url, { body, ...options }),
    patch: (url, body, options) => call("PATCH", url, { body, ...options }),
    put: (url, body, options) => call("PUT", url, { body, ...options }),
    delete: (url, options) => call("DELETE", url, options),
  };
  return { ...client, close: () => agent.destroy() };
}
