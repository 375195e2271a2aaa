import {
  forceLink,
  forceManyBody,
  forceRadial,
  forceSimulation,
  type SimulationNodeDatum,
} from "d3-force";
import { cleanName, fitName, type Label } from "./label.ts";
import {
  egoRadius,
  fontSize,
  isBold,
  type Picture,
  type PicturePerson,
  radiusOf,
} from "./picture.ts";
import { boxOf, type Placed, stretch } from "./placed.ts";
import { ringsAround } from "./rings.ts";
import { type Box, separate } from "./separate.ts";

export interface Layout {
  ego: { label: Label };
  people: Placed[];
}

/** As many as can be told apart: of more people, only the strongest ties have a name. */
const mostNamed = 60;
const namedOfMany = 40;
const namedBeyond = 12;
const widestLabel = 150;

/**
 * Finds everybody a place: the person in the middle, strong ties near, people who know each other
 * side by side; those without a name in rings around. The same network always looks the same.
 */
export function layOut(picture: Picture): Layout {
  const named = pickNamed(picture.people);
  const ego = fitName(cleanName(picture.ego.name), fontSize + 1, true, widestLabel);
  const inside = placeNamed(picture, named, ego);
  const rest = picture.people.filter(({ id }) => !named.has(id));
  return { ego: { label: ego }, people: [...inside, ...ringsAround(inside, rest, picture.ties)] };
}

function pickNamed(people: readonly PicturePerson[]): Set<string> {
  if (people.length <= mostNamed) return new Set(people.map(({ id }) => id));
  const isBeyond = ({ drawn }: PicturePerson) => drawn === "beyond";
  const alters = people.filter((person) => !isBeyond(person));
  const beyond = people.filter(isBeyond).slice(0, namedBeyond);
  return new Set([...alters.slice(0, namedOfMany), ...beyond].map(({ id }) => id));
}

function placeNamed(picture: Picture, named: ReadonlySet<string>, egoLabel: Label): Placed[] {
  const people = picture.people.filter(({ id }) => named.has(id));
  const angles = anglesOf(people, picture.ties);
  const placed = people.map((person, rank): Placed => {
    const angle = angles.get(person.id) ?? 0;
    const reach = reachOf(rank, people.length);
    const [x, y] = [reach * stretch * Math.cos(angle), reach * Math.sin(angle)];
    const name = person.name === null ? "" : cleanName(person.name);
    const label = name === "" ? null : fitName(name, fontSize, isBold(person.drawn), widestLabel);
    const side = y < 0 ? "above" : "below";
    return { ...person, x, y, radius: radiusOf(person), label, side, inRing: false };
  });
  const ego = { x: 0, y: 0, radius: egoRadius, label: egoLabel, side: "below" as const };
  const boxes = [boxOf(ego, true), ...placed.map((person) => boxOf(person))];
  separate(boxes);
  return placed.map((person, index) => {
    const { x, y } = boxes[index + 1] as Box;
    return { ...person, x, y };
  });
}

interface Node extends SimulationNodeDatum {
  id: string;
  x: number;
  y: number;
}

/**
 * The direction of each person, seen from the middle: all different, so that no tie hides another.
 * Forces bring those who know each other side by side; the order that comes of it is spread evenly.
 */
function anglesOf(people: readonly PicturePerson[], ties: Picture["ties"]): Map<string, number> {
  const nodes = people.map(({ id }, rank): Node => {
    const angle = rank * Math.PI * (3 - Math.sqrt(5)); // the golden angle
    return { id, x: 200 * Math.cos(angle), y: 200 * Math.sin(angle) };
  });
  const known = new Set(people.map(({ id }) => id));
  const links = ties
    .filter(({ a, b }) => known.has(a) && known.has(b))
    .map(({ a, b }) => ({ source: a, target: b }));
  forceSimulation(nodes)
    .force("around", forceRadial<Node>(200).strength(0.4))
    .force("apart", forceManyBody().strength(-60).distanceMax(300))
    .force(
      "together",
      forceLink<Node, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(30),
    )
    .stop()
    .tick(90);
  const angleOf = ({ x, y }: Node) => Math.atan2(y, x);
  const order = nodes.sort((one, other) => angleOf(one) - angleOf(other));
  return new Map(
    order.map(({ id }, index) => [id, -Math.PI + (2 * Math.PI * (index + 0.5)) / order.length]),
  );
}

/** How far from the middle: by rank among the ties, so that there is as much room for everybody. */
const reachOf = (rank: number, count: number): number =>
  90 + 30 * Math.sqrt(count) * Math.sqrt((rank + 0.5) / Math.max(count, 6));
