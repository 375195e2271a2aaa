import net from "node:net";

/** What no longer arrives: everything, or only what the server answers. */
export type Lost = "everything" | "answers";

/**
 * A loopback proxy that can go silent: connections stay open and accept data, nothing comes out at
 * the other end. Connections made before or during the silence never recover, as behind a firewall
 * that lost its state.
 */
export class SilentProxy {
  #server: net.Server;
  #lost: Lost | null = null;
  #dead = new WeakSet<net.Socket>();
  #clients = new Set<net.Socket>();
  #upstreams = new Set<net.Socket>();

  private constructor(target: number) {
    this.#server = net.createServer((client) => {
      const upstream = net.connect(target, "127.0.0.1");
      this.#pipe(this.#clients, client, upstream);
      this.#pipe(this.#upstreams, upstream, client);
      if (this.#lost) this.#dead.add(upstream);
      if (this.#lost === "everything") this.#dead.add(client);
    });
  }

  static async create(target: number): Promise<SilentProxy> {
    const proxy = new SilentProxy(target);
    proxy.#server.listen(0, "127.0.0.1");
    await new Promise((resolve) => proxy.#server.once("listening", resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  goSilent(lost: Lost): void {
    this.#lost = lost;
    for (const socket of this.#upstreams) this.#dead.add(socket);
    if (lost === "everything") for (const socket of this.#clients) this.#dead.add(socket);
  }

  /** New connections get through again. */
  recover(): void {
    this.#lost = null;
  }

  close(): void {
    this.#server.close();
    for (const socket of [...this.#clients, ...this.#upstreams]) socket.destroy();
  }

  #pipe(side: Set<net.Socket>, from: net.Socket, to: net.Socket): void {
    side.add(from);
    from.setNoDelay(true);
    from.on("data", (data) => {
      if (!this.#dead.has(from)) to.write(data);
    });
    from.on("error", () => {});
    from.on("close", () => {
      side.delete(from);
      if (!this.#dead.has(from)) to.destroy();
    });
  }
}
