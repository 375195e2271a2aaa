import type { TenantTx } from "@kith/db";
import { recordChange } from "../../changes/record-change.ts";
import type { Context } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { newUuid } from "../../http/ids.ts";
import { toIso } from "../../http/time.ts";
import { type PersonRef, parsePersonRef } from "../people/person-refs.ts";
import { identifiersOf } from "../suppressions/identifiers.ts";
import { refuseSuppressed, suppressedAmong } from "../suppressions/refuse-suppressed.ts";
import { findSurvivors, insertNameless, type LockedPerson, lockPeople } from "./queries/people.ts";

/** Names of people, as a batch spells them, and who that is. Everybody found is locked. */
export class Participants {
  readonly #refs = new Map<string, PersonRef | null>();
  readonly #ids = new Map<string, string>();
  /** External ids of erased people, and what to say of them. */
  readonly #suppressed = new Map<string, FieldError>();
  readonly #createPeople: boolean;

  constructor(createPeople: boolean) {
    this.#createPeople = createPeople;
  }

  /** Takes note of a name; who it is, is asked for all of them at once. */
  add(text: string): void {
    if (!this.#refs.has(text)) this.#refs.set(text, parsePersonRef(text));
  }

  /** Looks up and locks everybody that is named. */
  async find({ tx }: Context): Promise<void> {
    const ids: string[] = [];
    const externalIds: string[] = [];
    for (const ref of this.#refs.values()) {
      if (ref && "id" in ref) ids.push(ref.id);
      else if (ref) externalIds.push(ref.externalId);
    }
    this.#learn(await lockPeople(tx, { ids, externalIds }, "keyShare"));
    await this.#findSurvivors(tx);
    if (this.#createPeople) await this.#findSuppressed(tx);
  }

  async #findSurvivors(tx: TenantTx): Promise<void> {
    const missing = this.#unresolved();
    if (missing.length === 0) return;
    // Old names of merged people. The survivors are locked after the others, out of order: where
    // that meets another writer, the database undoes one of the two and it is run again.
    const aliases = missing.map(({ ref }) => aliasOf(ref));
    const survivors = await findSurvivors(tx, aliases);
    const locked = await lockPeople(tx, { ids: [...new Set(survivors.values())] }, "keyShare");
    const present = new Set(locked.map(({ id }) => id));
    for (const { text, ref } of missing) {
      const id = survivors.get(aliasOf(ref));
      if (id !== undefined && present.has(id)) this.#ids.set(text, id);
    }
  }

  /** Who was erased must not come back by being mentioned. */
  async #findSuppressed(tx: TenantTx): Promise<void> {
    const identifiers = this.#unresolved().flatMap(({ text, ref }) =>
      "externalId" in ref
        ? [{ kind: "externalId" as const, value: ref.externalId, pointer: text }]
        : [],
    );
    for (const [{ pointer: text }, error] of await suppressedAmong(tx, identifiers)) {
      this.#suppressed.set(text, error);
    }
  }

  /** Creates those of the names that nobody has yet, where that is wanted. */
  async create(ctx: Context, texts: Iterable<string>): Promise<void> {
    const { tx, now } = ctx;
    const externalIds: string[] = [];
    for (const text of new Set(texts)) {
      const ref = this.#refs.get(text);
      if (ref && "externalId" in ref && !this.#ids.has(text)) externalIds.push(ref.externalId);
    }
    if (externalIds.length === 0) return;
    const people = externalIds.sort().map((externalId) => ({ id: newUuid(now), externalId }));
    const created = await insertNameless(tx, people, toIso(now));
    // Asked after inserting as well: it may have waited for one of them to be erased.
    await refuseSuppressed(
      tx,
      created.flatMap(({ externalId }) => identifiersOf({ externalId })),
    );
    this.#learn(created);
    await recordChange(
      ctx,
      created.map(({ id }) => ({ type: "person.created", id, sequence: 1 })),
    );
    if (created.length === people.length) return;
    this.#learn(await lockPeople(tx, { ids: [], externalIds }, "keyShare"));
  }

  /** Who a name stands for: an id, or `new:…` for somebody who will be created; null for nobody. */
  keyOf(text: string): string | null {
    const id = this.#ids.get(text);
    if (id !== undefined) return id;
    if (this.#suppressed.has(text)) return null;
    const ref = this.#refs.get(text);
    return this.#createPeople && ref && "externalId" in ref ? `new:${ref.externalId}` : null;
  }

  /** The id of somebody who is there. */
  idOf(text: string): string {
    const id = this.#ids.get(text);
    if (id === undefined) throw new Error("a person vanished while locked");
    return id;
  }

  /** What is wrong with who takes part in an item; nothing for most. */
  check({ from, to }: { from: string; to: readonly string[] }): FieldError[] {
    const errors: FieldError[] = [];
    const sender = this.#check(from, "/from", errors);
    const seen = new Set<string>();
    for (const [index, text] of to.entries()) {
      const pointer = `/to/${index}`;
      const key = this.#check(text, pointer, errors);
      if (key === null) continue;
      if (key === sender) errors.push({ pointer, detail: "is the same person as `from`" });
      else if (seen.has(key)) errors.push({ pointer, detail: "is named twice" });
      seen.add(key);
    }
    return errors;
  }

  #check(text: string, pointer: string, errors: FieldError[]): string | null {
    const key = this.keyOf(text);
    const suppressed = this.#suppressed.get(text);
    if (suppressed) errors.push({ ...suppressed, pointer });
    else if (key === null) {
      const detail = this.#refs.get(text) ? unknownPerson : notAPerson;
      errors.push({ pointer, detail });
    }
    return key;
  }

  #learn(people: readonly LockedPerson[]): void {
    const byExternalId = new Map(people.map(({ id, externalId }) => [externalId, id]));
    const ids = new Set(people.map(({ id }) => id));
    for (const [text, ref] of this.#refs) {
      if (!ref) continue;
      const id =
        "id" in ref ? (ids.has(ref.id) ? ref.id : undefined) : byExternalId.get(ref.externalId);
      if (id !== undefined) this.#ids.set(text, id);
    }
  }

  #unresolved(): { text: string; ref: PersonRef }[] {
    return [...this.#refs].flatMap(([text, ref]) =>
      ref && !this.#ids.has(text) ? [{ text, ref }] : [],
    );
  }
}

const aliasOf = (ref: PersonRef) => ("id" in ref ? `id:${ref.id}` : `ext:${ref.externalId}`);

export const unknownPerson = "there is no such person";
const notAPerson = "must be `per_…`, or `ext:` and your own id of a person";
