import assert from "node:assert/strict";
import fc from "fast-check";
import { withoutIcons, withoutLinks } from "../../../src/host/plain-label.ts";
import { seed } from "../../support/seed.ts";

// As VS Code 1.100 has them: parseLinkedText in linkedText.ts, renderLabelWithIcons in iconLabels.ts.
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^\)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
const iconOrEscaped = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;

const pieces = (...marks: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 4 })), { maxLength: 12 })
    .map((parts) => parts.join(""));

describe("a text in a message", () => {
  it("holds no link, and every word of it", () => {
    assert.equal(
      withoutLinks(
        "[Put back](command:workbench.action.quit) or [docs](HTTPS://evil.example) [x](file:///etc)",
      ),
      "[Put back] (command:workbench.action.quit) or [docs] (HTTPS://evil.example) [x] (file:///etc)",
    );
    assert.equal(withoutLinks("a[0](x) [see](below)"), "a[0](x) [see](below)");
  });

  it(`holds no link, whatever is written (seed ${seed})`, () => {
    fc.assert(
      fc.property(pieces("[", "](", "command:", "http://", "file:", "a", ")", " ", '"'), (text) => {
        assert.doesNotMatch(withoutLinks(text), link);
      }),
      { seed },
    );
  });
});

describe("a text in a list", () => {
  it(`is read letter by letter, icons too (seed ${seed})`, () => {
    fc.assert(
      fc.property(pieces("$(", "bell", "~spin", ")", "\\", "$"), (text) => {
        const icons: string[] = [];
        const read = withoutIcons(text).replaceAll(
          iconOrEscaped,
          (all, escaped: string | undefined, id: string) => {
            if (escaped === undefined) icons.push(all);
            return `$(${id})`;
          },
        );
        assert.deepEqual(icons, []);
        assert.equal(read, text);
      }),
      { seed },
    );
  });
});
