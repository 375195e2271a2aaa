import { isDeepStrictEqual } from "node:util";

export interface Position {
  organization: string;
  title: string | null;
  from: string | null;
  to: string | null;
}

export type Metadata = Record<string, string | number | boolean | null>;

/** What a platform says of a person. */
export interface Profile {
  name: string | null;
  headline: string | null;
  emails: string[];
  positions: Position[];
  skills: string[];
  interests: string[];
  values: string[];
  location: string | null;
  timeZone: string | null;
  openToIntroduce: boolean;
  metadata: Metadata;
}

export interface StoredPerson extends Profile {
  id: string;
  externalId: string | null;
  revision: number;
  createdAt: number;
  updatedAt: number;
}

/** A person of whom nothing is known but that they are: one created by reference. */
export const emptyProfile: Readonly<Profile> = {
  name: null,
  headline: null,
  emails: [],
  positions: [],
  skills: [],
  interests: [],
  values: [],
  location: null,
  timeZone: null,
  openToIntroduce: true,
  metadata: {},
};

/** Fields as a request names them: a position may leave out what is not known. */
export type ProfileInput = {
  [Field in keyof Profile]?: Field extends "positions"
    ? (Pick<Position, "organization"> & Partial<Position>)[]
    : Profile[Field];
};

/** The fields that a request names, put over `base`. */
export function applyInput(base: Readonly<Profile>, input: ProfileInput): Profile {
  const { positions, ...rest } = pickProfile(input);
  return {
    ...pickProfile(base as Profile),
    ...rest,
    ...(positions
      ? {
          positions: positions.map(({ organization, title = null, from = null, to = null }) => ({
            organization,
            title,
            from,
            to,
          })),
        }
      : {}),
  } as Profile;
}

const fields = Object.keys(emptyProfile) as (keyof Profile)[];

function pickProfile<T extends ProfileInput>(source: T): Pick<T, keyof Profile & keyof T> {
  return Object.fromEntries(
    fields.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]),
  ) as never;
}

/** Key order in metadata is no difference; order in lists is. */
export const sameProfile = (x: Profile, y: Profile): boolean =>
  isDeepStrictEqual(pickProfile(x), pickProfile(y));

/** Names of the fields in which two differ. */
export const changedFields = (
  before: Profile & { externalId: string | null },
  after: Profile & { externalId: string | null },
): string[] =>
  (["externalId", ...Object.keys(emptyProfile)] as (keyof typeof before)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
