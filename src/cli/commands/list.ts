import * as z from "zod/mini";
import { succeed } from "../../base/result.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import type { ListDocument } from "../documents/list-document.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { FilterOptions, isOpen, matcher, readFilter } from "../read/filters.ts";
import { listText } from "../text/list-text.ts";
import { byLastChange } from "../by-last-change.ts";

const Options = z.extend(FilterOptions, { all: z._default(z.boolean(), false) });

export const list: Command = async (context, _values, raw) => {
  const options = Options.parse(raw);
  const filter = readFilter(options, context);
  if (!filter.ok) return filter;
  const here = await open(context);
  if (!here.ok) return here;
  const { user, session, wording } = here.value;
  const matches = await matcher(filter.value, user.top, context.folder);
  if (!matches.ok) return matches;
  const matching = session.noteRows().filter(matches.value);
  const shown = options.all || filter.value.statuses.length > 0 ? matching : matching.filter(isOpen);
  const rows = byLastChange(shown);
  const unread = session.unreadRows();
  const document: ListDocument = {
    format: DOCUMENT_FORMAT,
    notes: rows.map(
      ({ id, title, kind, status, badges, impact, neededBy, folders, mine, waitsForMe, changed }) => ({
        id,
        title,
        kind,
        status,
        badges,
        impact,
        neededBy,
        folders,
        mine,
        waitsForMe,
        changed,
      }),
    ),
    closedLeftOut: matching.length - rows.length,
    unread: unread.map(({ id, kind, why }) => ({ id, kind, why })),
  };
  return succeed({
    document,
    ...listText(document, {
      ids: [...session.notes().keys(), ...unread.map(({ id }) => id)],
      noteCount: session.notes().size,
      today: session.today(),
      columns: context.io.out.columns,
      style: context.style,
      wording,
    }),
  });
};
