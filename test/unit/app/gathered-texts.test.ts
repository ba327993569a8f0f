import assert from "node:assert/strict";
import type { CodeObject } from "../../../src/app/code-history.ts";
import { GatheredTexts } from "../../../src/app/gathered-texts.ts";
import type { CodeText } from "../../../src/app/ports.ts";

const one = (object: string): CodeObject => ({ object });
const textOf = (asked: CodeObject): CodeText => ({
  kind: "text",
  text: "object" in asked ? asked.object : "",
});

describe("texts that many wait for", () => {
  it("are read together, and everybody gets their own, in order", async () => {
    const calls: number[] = [];
    const gathered = new GatheredTexts({
      texts: (asked) => {
        calls.push(asked.length);
        return Promise.resolve(asked.map(textOf));
      },
    });
    const answers = await Promise.all([
      gathered.texts([one("a"), one("b")]),
      gathered.texts([]),
      gathered.texts([one("c")]).then(async (first) => [...first, ...(await gathered.texts([one("d")]))]),
    ]);
    assert.deepEqual(answers, [[one("a"), one("b")].map(textOf), [], [one("c"), one("d")].map(textOf)]);
    assert.deepEqual(calls, [3, 1]);
  });

  it("fail for those who asked together, and not for those who ask later", async () => {
    let isBroken = true;
    const gathered = new GatheredTexts({
      texts: (asked) => (isBroken ? Promise.reject(new Error("no git")) : Promise.resolve(asked.map(textOf))),
    });
    const ended = await Promise.allSettled([gathered.texts([one("a")]), gathered.texts([one("b")])]);
    assert.deepEqual(
      ended.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    isBroken = false;
    assert.deepEqual(await gathered.texts([one("a")]), [textOf(one("a"))]);
  });
});
