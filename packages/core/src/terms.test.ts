import fc from "fast-check";
import t from "tap";
import { commonTerms, foldTerm } from "./index.ts";

t.test("terms are the same but for case, spaces, accents and forms of letters", (t) => {
  t.equal(foldTerm("  Zoë  ÅNGSTRÖM\t"), "zoe angstrom");
  t.equal(foldTerm("ﬁnance ２"), "finance 2");
  t.not(foldTerm("go"), foldTerm("goal"));
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      (text) => foldTerm(foldTerm(text)) === foldTerm(text),
    ),
  );
  t.end();
});

t.test("what is common is said in the words of the second, each once", (t) => {
  t.same(commonTerms(["Développement", "chess", " "], ["CHESS", "developpement", "chess", ""]), [
    "CHESS",
    "developpement",
  ]);
  const lists = fc.array(fc.constantFrom<string[]>("a", "A", "á", " b ", "b", "c"));
  fc.assert(
    fc.property(lists, lists, (one, other) => {
      const folded = (list: readonly string[]) => [...new Set(list.map(foldTerm))].sort().join();
      const common = commonTerms(one, other);
      return (
        common.every((text) => other.includes(text)) &&
        new Set(common.map(foldTerm)).size === common.length &&
        folded(common) === folded(commonTerms(other, one))
      );
    }),
  );
  t.end();
});
