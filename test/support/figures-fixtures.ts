import type { FigureOfMonths, TeamFigures } from "../../src/protocol/team-figures-state.ts";
import { idOf } from "./panel-fixtures.ts";

const months = (label: string, sentences: readonly string[]): FigureOfMonths => ({
  label,
  enough: true,
  sentences: [...sentences],
  cases: [],
  more: 0,
});

/** Months with too little for a figure. */
export const tooFew = (sentence: string, cases = 0, more = 0): FigureOfMonths => ({
  label: "The last six months",
  enough: false,
  sentences: [sentence],
  cases: Array.from({ length: cases }, (_, at) => ({
    of: at % 3 === 0 ? "milestone" : "note",
    record: idOf(`case ${at}`),
    title: at === 1 ? "Search".repeat(60) : `Case ${at}`,
    sentence: `A question waited ${at} days.`,
  })),
  more,
});

/** A team of which enough is on record for two figures. */
export const someFigures: TeamFigures = {
  figures: [
    {
      about: "surfaced",
      title: "On record before it hurt",
      definition:
        "Counts closed notes for which somebody answered “Was it on record before it hurt?”, as people answered it.",
      months: [
        months("The last six months", [
          "On record before it hurt: 4 of 9; in part: 1; not: 2.",
          "Flagged and never needed: 2 of 9.",
          "3 of the 5 that give the day were on record 20 days before it, or longer.",
        ]),
        {
          ...tooFew("Too few to say: fewer than three people are behind these.", 6),
          label: "The six months before",
        },
      ],
    },
    {
      about: "waits",
      title: "How long questions and decisions wait",
      definition:
        "Counts days from a question to its first answer, and from the first option to the decision; what still waits counts with its days so far. Both are one figure, because apart they would be about one side.",
      months: [months("The last six months", ["7 of 12 waited 4 days or less.", "Still waiting: 2 of 12."])],
    },
    {
      about: "ranges",
      title: "Ranges and outcomes",
      definition:
        "Counts closed notes where the option taken had a range and somebody said how long it took. An outcome that is a range itself counts by its likely value, or its middle.",
      months: [
        months("The last six months", [
          "Inside the range, 4 of 8.",
          "Longer than the range, 3 of 8: ask for wider ranges.",
          "Shorter than the range, 1 of 8.",
        ]),
      ],
    },
    {
      about: "notice",
      title: "Notice when dates move",
      definition:
        "Counts moves of a date on the roadmap. With notice is what was said two weeks or more before the date that was given up.",
      months: [tooFew("Too early to say: 2 of 5 moved dates.", 2)],
    },
  ],
};

export const noFigures: TeamFigures = {
  tooEarly: "Too early to say: 2 of 5 closed notes. This page counts for the team only, never for a person.",
  figures: [],
};
