import type { PoolStats } from "@kith/db";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "@prometheus-io/client";

/** What is counted and measured, in a registry of its own: two services in a process stay apart. */
export class Instruments {
  #registry = new Registry();
  #requests = new Counter({
    name: "kith_http_requests_total",
    help: "Requests answered.",
    labelNames: ["method", "route", "status"] as const,
    registers: [this.#registry],
  });
  #durations = new Histogram({
    name: "kith_http_request_duration_seconds",
    help: "From the first byte of a request to the last of its answer.",
    labelNames: ["method", "route"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6],
    registers: [this.#registry],
  });
  #interactions = new Counter({
    name: "kith_interactions_total",
    help: "Interactions sent in: created, duplicate (known already) or rejected.",
    labelNames: ["outcome"] as const,
    registers: [this.#registry],
  });

  constructor(poolStats: () => PoolStats) {
    // The process: CPU, memory, garbage collection, and how far the event loop lags behind.
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      name: "kith_database_connections",
      help: "Connections of the pool by state; waiting: requests in line for one.",
      labelNames: ["state"] as const,
      registers: [this.#registry],
      collect() {
        for (const [state, count] of Object.entries(poolStats())) this.set({ state }, count);
      },
    });
  }

  countRequest(call: { method: string; route: string; status: number }, seconds: number): void {
    const { method, route, status } = call;
    this.#requests.inc({ method, route, status });
    this.#durations.observe({ method, route }, seconds);
  }

  countIngest(counts: Readonly<Record<string, number>>): void {
    for (const [outcome, count] of Object.entries(counts)) {
      this.#interactions.inc({ outcome }, count);
    }
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  close(): void {
    this.#registry.clear();
  }
}
