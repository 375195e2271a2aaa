// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of sources, looked for as they stand
/** A deliberate hole: a small change of the sources that at least one of the tests must notice. */
export interface Hole {
  name: string;
  file: string;
  /** What stands there exactly once -> what is put in its place. */
  edits: readonly (readonly [find: string, replacement: string])[];
  /** Tried in this order until one fails. */
  tests: readonly string[];
}

const api = "packages/api/src";
const resources = `${api}/resources`;
const frames = `${resources}/frames/frames.test.ts`;
const memberAttack = `${api}/member-attack.test.ts`;
const memberTokens = `${resources}/member-tokens/member-tokens.test.ts`;
const events = `${resources}/events/events.test.ts`;
const byPredicates = `${api}/isolation-by-predicates.test.ts`;
const introduction = "packages/core/src/introduction";
const introductionRules = `${introduction}/introduction.test.ts`;
const introductionStory = `${resources}/introductions/introductions.test.ts`;
const nothingTells = `${resources}/introductions/nothing-tells.test.ts`;
const idempotency = `${api}/plugins/idempotency/idempotency.test.ts`;

export const holes: readonly Hole[] = [
  {
    name: "a predicate on the tenant is missing where people are looked up",
    file: `${resources}/people/queries.ts`,
    edits: [
      [
        "where tenant_id = ${tenantId}\n      and (id = any(${ids}",
        "where ${tenantId}::uuid is not null\n      and (id = any(${ids}",
      ],
    ],
    tests: [byPredicates],
  },
  {
    name: "a predicate on the tenant is missing in the list of audit entries",
    file: `${resources}/audit-entries/queries.ts`,
    edits: [["eq(auditEntries.tenantId, tx.tenantId),\n", ""]],
    tests: [byPredicates],
  },
  {
    name: "a table is left without row-level security",
    file: "db/src/migrate/row-level-security.sql",
    edits: [
      [
        "and c.relkind in ('r', 'p')\n",
        "and c.relkind in ('r', 'p') and c.relname <> 'tie_declarations'\n",
      ],
    ],
    tests: [
      "db/src/schema/row-level-security.test.ts",
      `${api}/isolation-by-row-level-security.test.ts`,
    ],
  },
  {
    name: "a revoked API key is still taken",
    file: `${api}/plugins/auth.ts`,
    edits: [["!key || key.revokedAt !== null || ", "!key || "]],
    tests: [`${resources}/api-keys/api-keys.test.ts`],
  },
  {
    name: "a revoked API key stays in the cache of the process that revoked it",
    file: `${resources}/api-keys/routes.ts`,
    edits: [
      [
        'revokeKey(ctx, requireId("apiKey", params.key, "/path/key"));\n      services.forgetKeys();',
        'revokeKey(ctx, requireId("apiKey", params.key, "/path/key"));',
      ],
    ],
    tests: [`${resources}/api-keys/api-keys.test.ts`],
  },
  {
    name: "an API key's checksum is not verified",
    file: `${api}/http/api-key.ts`,
    edits: [
      ["if (!bytes.subarray(16 + secretBytes).equals(checksum(mode, payload))) return null;", ""],
    ],
    tests: [`${api}/security-battery.test.ts`],
  },
  {
    name: "a scope is not asked for",
    file: `${api}/plugins/auth.ts`,
    edits: [["if (!allows(found.key.scopes, scope)) {", "if (found === null) {"]],
    tests: [`${api}/security-battery.test.ts`],
  },
  {
    name: "a revoked signing secret is still taken",
    file: `${api}/plugins/find-member.ts`,
    edits: [
      [
        "revokedAt === null ? (expiresAt ?? Number.POSITIVE_INFINITY) : 0;",
        "revokedAt === 0 ? 0 : (expiresAt ?? Number.POSITIVE_INFINITY);",
      ],
    ],
    tests: [memberTokens],
  },
  {
    name: "the cache outlives a member token's expiry",
    file: `${api}/plugins/find-member.ts`,
    edits: [["if (known) return known.until > now ? known : null;", "if (known) return known;"]],
    tests: [memberTokens],
  },
  {
    name: "a member token of a day is taken",
    file: `${api}/http/member-token.ts`,
    edits: [["exp - iat <= longestLifeSeconds", "exp - iat <= 24 * longestLifeSeconds"]],
    tests: [memberTokens],
  },
  {
    name: "a member is not held to their own side",
    file: `${api}/plugins/own-side.ts`,
    edits: [
      [
        "if ((await requirePerson(tx, named, place)) !== actor.personId) throw notFound();",
        "await requirePerson(tx, named, place);",
      ],
    ],
    tests: [`${api}/member-permissions.test.ts`],
  },
  {
    name: "the few words on a person in lists are not framed",
    file: `${resources}/frames/show-briefs.ts`,
    edits: [["view.showFields(id, brief)", "view && brief"]],
    tests: [frames, memberAttack],
  },
  {
    name: "a member's search finds by a hidden skill",
    file: `${resources}/people/list-shown.ts`,
    edits: [
      [
        "found.push(...shown.filter((person) => matches(person, filter)));",
        "found.push(...shown);",
      ],
    ],
    tests: [frames, memberAttack],
  },
  {
    name: "frames are applied after paging",
    file: `${resources}/people/list-shown.ts`,
    edits: [["isEnd = rows.length < limit;", "isEnd = true;"]],
    tests: [frames],
  },
  {
    name: "a hidden person is answered by id",
    file: `${resources}/frames/view.ts`,
    edits: [["if (!view.finds(id) || (byExternalId && ", "if ((byExternalId && "]],
    tests: [frames, memberAttack],
  },
  {
    name: "a hidden external id leads to its person",
    file: `${resources}/frames/view.ts`,
    edits: [
      [
        `if (!view.finds(id) || (byExternalId && !view.sees(id, "externalId"))) throw`,
        "if (!view.finds(id)) throw",
      ],
    ],
    tests: [frames, memberAttack],
  },
  {
    name: "what the platform keeps in metadata is shown to members",
    file: `${resources}/frames/view.ts`,
    edits: [["return { ...shown, metadata: {}, ", "return { ...shown, "]],
    tests: [frames, memberAttack],
  },
  {
    name: "whether a tie is real is judged by hidden skills",
    file: `${resources}/ties/get-tie.ts`,
    edits: [
      [
        "readFacets(ctx.tx, people, at, view.showFields)",
        "readFacets(ctx.tx, people, at, (_, fields) => fields)",
      ],
    ],
    tests: [frames, memberAttack],
  },
  {
    name: "the answer on a member's tie speaks of what the other side declared",
    file: `${resources}/ties/get-tie.ts`,
    edits: [
      [
        "readDeclaration(ctx.tx, ends.from, ends.to)",
        "readDeclaration(ctx.tx, ends.to, ends.from)",
      ],
    ],
    tests: [memberAttack],
  },
  {
    name: "a path is found to a hidden skill",
    file: `${resources}/paths/find-targets.ts`,
    edits: [
      ['(kind === "skill" ? "skills" : "positions")', '(kind === "skill" ? "name" : "positions")'],
    ],
    tests: [frames, `${resources}/paths/paths.test.ts`],
  },
  {
    name: "a path leads over people who hide from the member",
    file: `${resources}/paths/find-candidates.ts`,
    edits: [["view.finds(from) && view.finds(to)", "view.finds !== null && from !== to"]],
    tests: [frames, `${resources}/paths/paths.test.ts`, memberAttack],
  },
  {
    name: "a personal tie makes a colleague",
    file: "packages/core/src/frame/audience.ts",
    edits: [[`return context !== "personal";`, "return true;"]],
    tests: ["packages/core/src/frame/frame.test.ts"],
  },
  {
    name: "the viewer, not the owner, declares who may see",
    file: `${resources}/frames/queries.ts`,
    edits: [
      [
        ".select({ fromId, roles, context, circle })",
        ".select({ fromId: toId, roles, context, circle })",
      ],
      ["eq(toId, viewer),", "eq(fromId, viewer),"],
      ["sql`${fromId} = ${among(ids)}`,\n      ),", "sql`${toId} = ${among(ids)}`,\n      ),"],
    ],
    tests: [frames],
  },
  {
    name: "perception checks of other keys are listed",
    file: `${resources}/perception-checks/queries.ts`,
    edits: [["        eq(table.actor, actor),\n", ""]],
    tests: [`${resources}/perception-checks/perception-checks.test.ts`],
  },
  {
    name: "idempotency keys are not told apart by who sent them",
    file: `${api}/plugins/idempotency/once.ts`,
    edits: [["{ actor: ctx.actor.id, key", `{ actor: "anybody", key`]],
    tests: [idempotency],
  },
  {
    name: "an idempotency key answers for another body",
    file: `${api}/plugins/idempotency/once.ts`,
    edits: [["if (!stored?.fingerprint.equals(fingerprint)) {", "if (!stored) {"]],
    tests: [idempotency],
  },
  {
    name: "the feed of events does not wait for what is undecided",
    file: `${resources}/events/queries/list.ts`,
    edits: [[" and xid < ${upTo}::xid8`", "`"]],
    tests: [events],
  },
  {
    name: "the cursor of the feed goes by the sequence alone",
    file: `${resources}/events/queries/list.ts`,
    edits: [
      ["(xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint)", "seq > ${after.seq}::bigint"],
      ["order by found.xid, found.seq`", "order by found.seq`"],
    ],
    tests: [events],
  },
  {
    name: "a change is not recorded",
    file: `${resources}/api-keys/revoke-key.ts`,
    edits: [[`await recordChange(ctx, { type: "apiKey.revoked", id });`, ""]],
    tests: [`${api}/changes/changes.test.ts`],
  },
  {
    name: "an import may bring an erased person back",
    file: `${resources}/suppressions/refuse-suppressed.ts`,
    edits: [["if (!found.has(hash)) continue;", "if (hash) continue;"]],
    tests: [`${resources}/suppressions/suppressions.test.ts`],
  },
  {
    name: "stored answers that name an erased person stay",
    file: `${resources}/people/erase-person.ts`,
    edits: [[`await forgetAnswers(tx, [id, ...namesOf(aliases, "id:")]);`, ""]],
    tests: [`${resources}/people/erase-person.test.ts`],
  },
  {
    name: "who asked for an introduction sees a no at once",
    file: `${introduction}/as-seen-by.ts`,
    edits: [
      [
        "at < introductionClosesAt(introduction)\n",
        'at < introductionClosesAt(introduction) && !introduction.state.startsWith("declined")\n',
      ],
    ],
    tests: [introductionRules, nothingTells],
  },
  {
    name: "who asked for an introduction sees how far it got",
    file: `${introduction}/as-seen-by.ts`,
    edits: [['if (role === "introducer") {', 'if (role !== "target") {']],
    tests: [introductionRules, nothingTells],
  },
  {
    name: "the target sees an introduction before the introducer agreed",
    file: `${introduction}/as-seen-by.ts`,
    edits: [
      ['if (role === "target" && introduction.introducerAgreedAt === null) return null;', ""],
    ],
    tests: [introductionRules, introductionStory],
  },
  {
    name: "an introduction shows an address before both agreed",
    file: `${introduction}/asking.ts`,
    edits: [
      [
        'if (seen === "agreed" && targetAgreedAt !== null) {',
        'if (seen === "requested") return at;\n  if (seen === "agreed" && targetAgreedAt !== null) {',
      ],
    ],
    tests: [introductionRules, nothingTells],
  },
  {
    name: "an introduction that was declined leaves its place at once",
    file: `${introduction}/asking.ts`,
    edits: [
      [
        'return seen === "pending" || seen === "agreed";',
        'return (seen === "pending" && introduction.state === "requested") || seen === "agreed";',
      ],
    ],
    tests: [introductionRules, introductionStory],
  },
  {
    name: "the feed tells that an introduction was declined",
    file: `${api}/changes/change-types.ts`,
    edits: [['new Set<ChangeType>([\n  "introduction.declined",', "new Set<ChangeType>(["]],
    tests: [introductionStory],
  },
  {
    name: "an introduction is not held while it moves",
    file: `${resources}/introductions/find-introduction.ts`,
    edits: [["(hold ? lockIntroductions : readIntroductions)", "readIntroductions"]],
    tests: [`${api}/at-once.test.ts`],
  },
];
