import type { Clock } from "../app/ports.ts";
import type { Wording } from "../app/wording.ts";
import type { CommandRunner } from "./command-runner.ts";
import type { RecordDoor } from "./find-repository.ts";
import type { Log } from "./log.ts";
import type { Marks } from "./marks/marks.ts";
import type { Memory } from "./memory.ts";
import type { Panel } from "./panel/panel.ts";
import type { Prompts } from "./prompts.ts";
import type { Sessions } from "./sessions.ts";
import type { StatusBar } from "./status-bar.ts";
import type { Tell } from "./tell.ts";
import type { Threads } from "./threads/threads.ts";
import type { WindowRecords } from "./window-records.ts";
import type { NotesTree } from "./trees/notes-tree.ts";

/** What the commands work with, put together once in start.ts. */
export interface Workbench {
  readonly sessions: Sessions;
  readonly prompts: Prompts;
  readonly tell: Tell;
  readonly log: Log;
  readonly wording: Wording;
  readonly clock: Clock;
  readonly memory: Memory;
  readonly marks: Marks;
  readonly threads: Threads;
  readonly notesTree: NotesTree;
  readonly statusBar: Pick<StatusBar, "remark" | "offerUndo" | "takeUndo">;
  readonly panel: Panel;
  /** Records that were opened by their address, and which of them this window shows. */
  readonly records: { readonly door: RecordDoor; readonly window: WindowRecords };
  readonly copy: (text: string) => Promise<void>;
  readonly run: CommandRunner;
  /** False in Restricted Mode. */
  readonly isTrusted: () => boolean;
}
