import { createHash } from "node:crypto";
import { MemoryChangeHistory } from "../support/memory-change-history.ts";
import { changeHistoryContract } from "./change-history-contract.ts";

changeHistoryContract("the twin in memory", () => {
  const changes = new MemoryChangeHistory();
  let made = 0;
  return Promise.resolve({
    changes,
    commit: ({ files, at, by, subject }, ...parents) => {
      made += 1;
      const id = createHash("sha1").update(`commit ${made}`).digest("hex");
      changes.add({
        id,
        parents,
        files,
        at: at ?? 1_700_000_000 + made * 86_400,
        author: by ?? { name: "Ann", email: "ann@example.org" },
        subject: subject ?? "Change",
      });
      return Promise.resolve(id);
    },
    cutAt: (...commits) => {
      for (const commit of commits) changes.boundary.add(commit);
      return Promise.resolve();
    },
  });
});
