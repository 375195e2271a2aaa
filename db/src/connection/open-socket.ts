import net from "node:net";
import tls from "node:tls";
import type { SslMode } from "./options.ts";

export interface SocketTarget {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | undefined;
}

const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const keepAliveMs = 10_000;

/**
 * A socket to the server, encrypted if asked, before the driver gets it. The driver would wrap TLS
 * around a socket itself, out of our reach: breaking the connection would then pull the inner socket
 * away under the outer one, whose errors nobody hears. Aborting `signal` destroys what there is.
 */
export async function openSocket(
  target: SocketTarget,
  sslMode: SslMode,
  signal: AbortSignal,
): Promise<net.Socket> {
  const host = target.host[0] ?? "localhost";
  const plain = target.path
    ? net.connect({ path: target.path })
    : net.connect({ host, port: target.port[0] ?? 5_432, noDelay: true });
  keepErrorsHeard(plain);
  destroyOn(signal, plain);
  await event(plain, "connect");
  plain.setKeepAlive(true, keepAliveMs);
  if (sslMode === "disable" || target.path) return plain;

  plain.write(sslRequest);
  const [answer] = (await event(plain, "data")) as [Buffer];
  plain.pause();
  if (answer.toString() === "N" && sslMode === "prefer") return plain;
  if (answer.toString() !== "S") {
    plain.destroy();
    throw new Error(`The database server at ${host} does not offer TLS.`);
  }
  const secure = tls.connect({
    socket: plain,
    rejectUnauthorized: sslMode === "verify-full",
    // Given even for an address: the certificate is checked against it. SNI takes names only.
    host,
    ...(net.isIP(host) ? {} : { servername: host }),
  });
  keepErrorsHeard(secure);
  destroyOn(signal, secure);
  await event(secure, "secureConnect");
  return secure;
}

function event(socket: net.Socket, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      socket.off(name, done).off("error", failed).off("close", closed);
      end();
    };
    const done = (...values: unknown[]) => settle(() => resolve(values));
    const failed = (error: Error) => settle(() => reject(error));
    const closed = () => failed(new Error("The connection was closed while it was being opened."));
    socket.on(name, done).on("error", failed).on("close", closed);
  });
}

/** An "error" that nobody listens to ends the process; the driver removes all listeners on close. */
function keepErrorsHeard(socket: net.Socket): void {
  socket.on("error", () => {});
  socket.on("close", () => process.nextTick(() => socket.on("error", () => {})));
}

function destroyOn(signal: AbortSignal, socket: net.Socket): void {
  if (signal.aborted) socket.destroy();
  signal.addEventListener("abort", () => socket.destroy(), { once: true });
}
