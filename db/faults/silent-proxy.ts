import net from "node:net";

/**
 * A loopback proxy that can go silent: connections stay open and accept data, nothing comes out at
 * the other end. Connections made before or during the silence never recover, as behind a firewall
 * that lost its state.
 */
export class SilentProxy {
  #server: net.Server;
  #silent = false;
  #dead = new WeakSet<net.Socket>();
  #sockets = new Set<net.Socket>();

  private constructor(target: number) {
    this.#server = net.createServer((client) => {
      const upstream = net.connect(target, "127.0.0.1");
      this.#pipe(client, upstream);
      this.#pipe(upstream, client);
      if (this.#silent) this.#kill(client, upstream);
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

  goSilent(): void {
    this.#silent = true;
    this.#kill(...this.#sockets);
  }

  /** New connections get through again. */
  recover(): void {
    this.#silent = false;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #kill(...sockets: net.Socket[]): void {
    for (const socket of sockets) this.#dead.add(socket);
  }

  #pipe(from: net.Socket, to: net.Socket): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on("data", (data) => {
      if (!this.#dead.has(from)) to.write(data);
    });
    from.on("error", () => {});
    from.on("close", () => {
      this.#sockets.delete(from);
      if (!this.#dead.has(from)) to.destroy();
    });
  }
}
