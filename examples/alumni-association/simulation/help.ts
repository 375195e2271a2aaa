import { nextWorkday } from "./calendar.ts";
import { type Setting, timeOf } from "./contact.ts";
import type { Interaction, InteractionType } from "./journal.ts";
import type { Random } from "./random.ts";
import { type KnownTie, liveOn, otherOf } from "./tie-book.ts";
import type { World } from "./world.ts";

export interface Help {
  giver: string;
  receiver: string;
  type: InteractionType;
  day: number;
}

const kindsOfHelp: [InteractionType, number][] = [
  ["advice", 30],
  ["knowledge", 18],
  ["feedback", 14],
  ["support", 14],
  ["introduction", 10],
  ["lead", 7],
  ["referral", 5],
  ["collaboration", 7],
  ["endorsement", 5],
];

/** Along every tie, in proportion to its warmth, the two help each other now and then. */
export function liveHelp(world: World): Interaction[] {
  const given: Interaction[] = [];
  for (const tie of world.ties.all()) {
    const own = world.random.fork(`help/${tie.a}/${tie.b}`);
    const years = (tie.to - tie.from) / 365;
    for (let n = own.poisson(1.5 * tie.warmth ** 1.5 * years * pace(world, tie)); n > 0; n--) {
      const day = own.integer(tie.from, tie.to);
      const giver = own.chance(generosity(world, tie)) ? tie.a : tie.b;
      const type = own.pickWeighted(kindsOfHelp, ([, weight]) => weight)?.[0] ?? "advice";
      const help = giveHelp(world, own, { giver, receiver: otherOf(tie, giver), type, day });
      if (help) given.push(help);
    }
  }
  return given;
}

const pace = ({ member }: World, { a, b }: KnownTie): number =>
  Math.sqrt(Math.sqrt(member(a).activity * member(b).activity));

/** Who has been working longer gives more often. */
function generosity({ member }: World, { a, b }: KnownTie): number {
  const ahead = member(b).graduated - member(a).graduated;
  return 1 / (1 + Math.exp(-ahead / 6));
}

/** Asked for, given, and mostly, not always, thanked for and reported back on. */
export function giveHelp(world: World, random: Random, help: Help): Interaction | null {
  const { journal } = world;
  const { giver, receiver, type } = help;
  const day = nextWorkday(help.day);
  const third = type === "introduction" ? introducible(world, random, giver, receiver, day) : null;
  const kind = type === "introduction" && third === null ? "advice" : type;
  const at = (person: string, on: number, setting: Setting) =>
    timeOf(world, random, person, on, setting);
  if (random.chance(0.6)) {
    const asked = {
      from: receiver,
      to: [giver],
      at: at(receiver, day - random.integer(1, 3), "work"),
    };
    journal.record({ type: "message", ...asked, metadata: { purpose: "ask" } });
  }
  const given = journal.record({
    type: kind,
    from: giver,
    to: third === null ? [receiver] : [receiver, third],
    at: at(giver, day, random.chance(0.7) ? "work" : "leisure"),
    ...(random.chance(0.5) && { minutes: random.integer(1, 9) * 10 }),
  });
  if (!given?.to.includes(receiver)) return null;
  const back = { from: receiver, to: [giver] };
  if (random.chance(world.member(receiver).gratitude)) {
    const delay = 1 + Math.floor(random.exponential(0.8));
    journal.record({ type: "thanks", ...back, at: at(receiver, day + delay, "work") });
    if (random.chance(0.3)) {
      const later = day + random.integer(8, 40);
      journal.record({ type: "update", ...back, at: at(receiver, later, "work") });
    }
  }
  if (third !== null) meetIntroduced(world, random, receiver, third, day);
  return given;
}

/** Somebody the giver knows and the receiver does not. */
function introducible(
  world: World,
  random: Random,
  giver: string,
  receiver: string,
  day: number,
): string | null {
  const known = world.ties.of(giver).filter((tie) => liveOn(tie, day) && tie.warmth > 0.15);
  const strangers = known
    .map((tie) => otherOf(tie, giver))
    .filter(
      (other) =>
        other !== receiver && !world.ties.get(other, receiver) && world.member(other).part === null,
    );
  return strangers.length > 0 ? random.pick(strangers) : null;
}

function meetIntroduced(
  world: World,
  random: Random,
  receiver: string,
  third: string,
  day: number,
): void {
  const { journal } = world;
  const contact = (type: InteractionType, from: string, to: string, after: number) =>
    journal.record({ type, from, to: [to], at: timeOf(world, random, from, day + after, "work") });
  if (!contact("message", receiver, third, random.integer(1, 3)) || !random.chance(0.7)) return;
  contact("message", third, receiver, random.integer(4, 6));
  if (random.chance(0.5)) contact("meeting", receiver, third, random.integer(7, 20));
}
