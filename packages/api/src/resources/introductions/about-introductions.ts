import { type IntroductionAction, moveIntroduction } from "@kith/core";
import type { Context } from "../../context.ts";
import type { FieldError } from "../../errors.ts";
import { parseId } from "../../http/ids.ts";
import { roleOf } from "./find-introduction.ts";
import {
  lockIntroductions,
  readIntroductions,
  type StoredIntroduction,
} from "./queries/introductions.ts";
import { storeMove } from "./store-move.ts";

/** An interaction, as far as it can be about an introduction. */
interface AboutItem {
  type: string;
  aboutKind: string | null;
  aboutId: string | null;
}

/** What an interaction about an introduction says of where that stands. */
const actionOf: Readonly<Record<string, IntroductionAction>> = {
  introduction: "complete",
  thanks: "thank",
  update: "report",
};

const uuidOf = ({ aboutKind, aboutId }: AboutItem): string | null =>
  aboutKind === "introduction" ? parseId("introduction", aboutId ?? "") : null;

/** The introductions that interactions are about. No statement where none is. */
export class AboutIntroductions {
  readonly #found = new Map<string, StoredIntroduction>();

  async find({ tx }: Context, items: readonly AboutItem[]): Promise<void> {
    const ids = new Set(items.flatMap((item) => uuidOf(item) ?? []));
    for (const introduction of await readIntroductions(tx, [...ids])) {
      this.#found.set(introduction.id, introduction);
    }
  }

  /** One about an introduction is about one that there is, between people who take part in it. */
  check(item: AboutItem, people: readonly (string | null)[]): FieldError[] {
    const introduction = this.#found.get(uuidOf(item) ?? "");
    const isTheirs = introduction && people.every((id) => id !== null && roleOf(introduction, id));
    if (isTheirs) return [];
    const detail = "there is no such introduction among these people";
    return [{ pointer: "/about/introduction", detail }];
  }

  /**
   * Lets introductions follow what was recorded: made, thanked for, reported on. What does not fit
   * where one stands is recorded all the same, and moves nothing.
   */
  async follow(
    ctx: Context,
    recorded: readonly { item: AboutItem; from: string }[],
  ): Promise<void> {
    const moves = recorded.flatMap(({ item, from }) => {
      const [id, action] = [uuidOf(item), actionOf[item.type]];
      return id !== null && action ? [{ id, from, action }] : [];
    });
    const held = await lockIntroductions(ctx.tx, [...new Set(moves.map(({ id }) => id))]);
    const current = new Map(held.map((introduction) => [introduction.id, introduction]));
    for (const { id, from, action } of moves) {
      const before = current.get(id);
      const role = before && roleOf(before, from);
      if (!role) continue;
      const step = moveIntroduction(before, role, action, ctx.now);
      if (!("introduction" in step)) continue;
      const after = { ...before, ...step.introduction };
      await storeMove(ctx, after, role, action);
      current.set(id, after);
    }
  }
}
