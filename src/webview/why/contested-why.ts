import type { nothing, TemplateResult } from "lit";
import type { BriefState } from "../../protocol/brief-state.ts";
import { contestedFields } from "../parts/versions.ts";
import type { View } from "../view.ts";

/** What people wrote without having seen each other: both are kept until somebody picks one, or writes another. */
export const contestedWhy = (view: View, why: BriefState): TemplateResult | typeof nothing =>
  contestedFields(
    view,
    why.contested,
    (field) =>
      view.translate(
        "People changed “{field}” without seeing each other's. All are kept: pick one, or change the why.",
        { field },
      ),
    (field, version) => ({ type: "settleBrief", brief: why.id, field, version }),
  );
