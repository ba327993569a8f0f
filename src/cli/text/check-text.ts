import { plainLine } from "../../base/plain-text.ts";
import type { CheckDocument } from "../documents/check-document.ts";
import type { Style } from "../style.ts";
import { block } from "./block.ts";

/** A paragraph a finding: where, what, how to mend it. Nothing where nothing was found. */
export const checkText = ({ findings }: CheckDocument, columns: number | undefined, style: Style): string =>
  findings
    .map(({ path, line, record, event, why, mend }) => {
      const where = [
        path === undefined ? (record ?? "") : plainLine(path),
        ...(line === undefined ? [] : [line]),
      ].join(":");
      const id = event === undefined ? "" : `  ${style.id(event)}`;
      return [
        `${style.strong(where)}${id}`,
        block(why, 4, columns, "    "),
        block(mend, 4, columns, "    "),
      ].join("\n");
    })
    .join("\n\n");
