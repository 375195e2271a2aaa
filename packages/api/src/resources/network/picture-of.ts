import { toId } from "../../http/ids.ts";
import { say } from "../../words/say.ts";
import type { PersonBrief } from "../ties/queries/list.ts";
import { cleanName } from "./drawing/label.ts";
import type { Drawn, Picture, PicturePerson } from "./drawing/picture.ts";
import type { ShownNetwork } from "./get-network.ts";

const drawnInOrder = ["core", "active", "fading", "dormant", "beyond"] as const;

/** Names in a sentence keep their own direction, and don't turn the sentence around. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** A network in the words and marks of its picture. */
export function pictureOf(network: ShownNetwork, { isOwn }: { isOwn: boolean }): Picture {
  const ties = new Map(network.own.map((tie) => [tie.to, tie.measures]));
  const people = network.people.map(({ person }): PicturePerson => {
    const tie = ties.get(person.id);
    const drawn = tie ? bandDrawn(tie.band) : "beyond";
    return {
      id: person.id,
      name: nameOf(person),
      hint: hintOf(person, drawn),
      drawn,
      strength: tie?.strength ?? 0,
    };
  });
  const name = nameOf(network.person) ?? say({ key: "network.middle" });
  const count = (drawn: Drawn) => people.filter((person) => person.drawn === drawn).length;
  const [beyond, core, active] = [count("beyond"), count("core"), count("active")];
  const [fading, dormant] = [count("fading"), count("dormant")];
  const counts = { core, active, fading, dormant, name: isolated(name) };
  const strongest = people.slice(0, 5).flatMap(({ name }) => (name ? [isolated(name)] : []));
  return {
    key: `network-${toId("person", network.person.id)}`,
    heading: isOwn
      ? say({ key: "network.yours" })
      : say({ key: "network.of", params: { name: isolated(name) } }),
    summary: say({ key: "network.summary", params: { count: people.length - beyond, beyond } }),
    description: [
      say({ key: "network.description", params: counts }),
      ...(strongest.length > 0
        ? [say({ key: "network.strongest", params: { names: strongest.join(", ") } })]
        : []),
    ].join(" "),
    ego: { name },
    people,
    ties: network.between,
    legend: drawnInOrder
      .filter((drawn) => count(drawn) > 0)
      .map((band) => ({ band, text: bandText(band) })),
  };
}

const bandTexts = new Map<Drawn, string>();

function bandText(drawn: Drawn): string {
  const text = bandTexts.get(drawn) ?? say({ key: `network.band.${drawn}` });
  bandTexts.set(drawn, text);
  return text;
}

const bandDrawn = (band: string): Drawn =>
  band === "core" || band === "active" || band === "fading" ? band : "dormant";

/** A platform may know people by an id of its own alone. */
function nameOf({ name, externalId }: PersonBrief): string | null {
  const shown = cleanName(name ?? "") || cleanName(externalId ?? "");
  return shown === "" ? null : shown;
}

function hintOf(person: PersonBrief, drawn: Drawn): string {
  const name = nameOf(person);
  const shown = name === null ? say({ key: "network.unnamed" }) : isolated(name);
  return say({ key: "network.hint", params: { name: shown, band: bandText(drawn) } });
}
