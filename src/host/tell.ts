import type { Wording } from "../app/wording.ts";
import type { CommandRunner } from "./command-runner.ts";
import { explainProblem } from "./explain-problem.ts";
import type { Log } from "./log.ts";
import type { Problem } from "./problem.ts";
import type { Prompts } from "./prompts.ts";

/** The one place that talks to people about what went wrong. */
export interface Tell {
  problem(problem: Problem): Promise<void>;
  /** Something that must not happen. The person is told that it did, the log gets the details. */
  bug(doing: string, error: unknown): Promise<void>;
}

export interface Telling {
  readonly prompts: Prompts;
  readonly log: Log;
  readonly wording: Wording;
  readonly run: CommandRunner;
  readonly copy: (text: string) => Promise<void>;
}

interface Button {
  readonly label: string;
  readonly press: () => unknown;
}

export function createTell({ prompts, log, wording, run, copy }: Telling): Tell {
  const { translate } = wording;
  const say = async (weight: "warning" | "error", message: string, buttons: readonly Button[]) => {
    const pressed = await prompts.say(
      weight,
      message,
      buttons.map(({ label }) => label),
    );
    await buttons.find(({ label }) => label === pressed)?.press();
  };
  const showLog: Button = {
    label: translate("Show Log"),
    press: () => {
      log.show();
    },
  };
  const copyText = (text: string): Button => ({
    label: translate("Copy What You Wrote"),
    press: () => copy(text),
  });
  const buttonsFor = (problem: Problem): readonly Button[] => {
    switch (problem.kind) {
      case "noFolder":
        return [
          { label: translate("Open Folder"), press: () => run("vscode.openFolder") },
          { label: translate("Open a Record…"), press: () => run("sightline.openRecord") },
        ];
      case "recordNotFetched":
        return [showLog];
      case "notARepository":
      case "outside":
        return [{ label: translate("Open Folder"), press: () => run("vscode.openFolder") }];
      case "gitNotFound":
      case "gitTooOld":
        return [{ label: translate("Reload Window"), press: () => run("workbench.action.reloadWindow") }];
      case "restricted":
      case "restrictedDraft":
        return [{ label: translate("Manage Trust"), press: () => run("workbench.trust.manage") }];
      case "notKept":
        return [copyText(problem.text), showLog];
      case "refused":
      case "draftRefused":
        return problem.text === undefined || problem.text.trim() === "" ? [] : [copyText(problem.text)];
      case "lostItsCode":
      case "nothingLikeIt": {
        const { note } = problem;
        return [
          ...(problem.kind === "lostItsCode"
            ? [{ label: translate("Search for it"), press: () => run("sightline.searchForIt", { note }) }]
            : []),
          {
            label: translate("Choose the lines"),
            press: () => run("sightline.showWhereItBelongs", { note }),
          },
          { label: translate("Mark as done"), press: () => run("sightline.markAsDone", { note }) },
        ];
      }
      case "unreadable":
      case "failed":
      case "notTrusted":
        return [showLog];
      default:
        return [];
    }
  };
  return {
    problem: async (problem) => {
      if ("detail" in problem && problem.detail !== "") log.warn(`${problem.kind}: ${problem.detail}`);
      if (problem.kind === "recordNotFetched")
        log.warn(`${problem.failure.reason}: ${problem.failure.detail}`);
      await say("warning", explainProblem(problem, wording), buttonsFor(problem));
    },
    bug: async (doing, error) => {
      log.failed(doing, error);
      await say(
        "error",
        translate(
          "Something went wrong in Sightline. What is saved is still saved. The log has the details.",
        ),
        [showLog],
      );
    },
  };
}
