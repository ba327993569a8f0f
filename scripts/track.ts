// `npm run track -- DIR > predictions.jsonl`: where the tracker says that the regions of a folder of labelled cases are, one line each.
import { trackWalk } from "../src/anchoring/tracking/track.ts";
import { placeReason } from "../src/app/place-reason.ts";
import { english } from "../src/base/translate.ts";
import { readQuestions, readyCase } from "../test/bench/tracking/labelled-cases.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Which cases? npm run track -- DIR, where DIR holds cases.jsonl and blobs/.\n");
  process.exitCode = 2;
} else {
  for (const question of readQuestions(folder)) {
    const { region, walk } = readyCase(folder, question);
    const answer = trackWalk(region, walk);
    const about = {
      id: question.id,
      confidence: Number(answer.confidence.toFixed(4)),
      why: placeReason(answer, { translate: english, language: "en-GB" }),
    };
    const { id, ...rest } = about;
    const line =
      answer.status === "orphaned"
        ? { id, status: "deleted", ...rest }
        : {
            id,
            status: "found",
            path: answer.path,
            startLine: answer.startLine,
            endLine: answer.endLine,
            ...rest,
          };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
