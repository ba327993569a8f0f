import assert from "node:assert/strict";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import type { Tracking } from "../../../src/app/ports.ts";
import type { Draft, Session } from "../../../src/app/session.ts";
import { shareDraft } from "../../../src/host/share/share-draft.ts";
import { ann, inEnglish, Machine, origin } from "../../support/app-world.ts";
import { FakeTime } from "../../support/fake-time.ts";
import { ScriptedPrompts } from "../../support/host/scripted-prompts.ts";
import type { Answer } from "../../support/host/scripted-prompts.ts";
import { MemoryRemote } from "../../support/memory-store.ts";
import type { Person } from "../../../src/domain/person.ts";

const path = "src/search.ts";
const code = "export const search = () => {\n  return everything();\n};\n";
const secret = 'const key = "AKIAIOSFODNN7EXAMPLE";\nconst password = "hunter2hunter2";\n';

interface Situation {
  readonly answers: readonly Answer[];
  readonly person?: Person | null;
  readonly tracking?: Tracking;
  readonly text?: string;
  readonly isTrusted?: boolean;
  readonly title?: string;
  readonly agreed?: boolean;
}

async function share({
  answers,
  person = ann,
  tracking = "tracked",
  text = code,
  isTrusted = true,
  title = "One query loads everything",
  agreed = true,
}: Situation) {
  const time = new FakeTime();
  const machine = new Machine(person ?? undefined, new MemoryRemote(), time);
  machine.code.files.set(path, text);
  const session: Session = await machine.open();
  if (agreed) await session.setConsent("agreed", origin);
  const anchor = makeAnchor({ path, text, startLine: 1, endLine: 2 });
  const draft = await session.keepDraft({ fields: { title, kind: "bottleneck" }, anchor });
  const prompts = new ScriptedPrompts(...answers);
  const remarks: string[] = [];
  const end = await shareDraft(draft, {
    session,
    user: { tracking: () => Promise.resolve(tracking) },
    code: machine.code,
    prompts,
    wording: inEnglish,
    isTrusted: () => isTrusted,
    remark: (said) => remarks.push(said),
  });
  assert.deepEqual(prompts.unused, []);
  const kept = (): Draft | undefined => session.drafts()[0];
  return { end, session, time, prompts, remarks, kept, machine };
}

describe("sharing a draft", () => {
  it("asks nothing where everything is known, and joins the record after ten seconds", async () => {
    const { end, session, time, prompts } = await share({ answers: [] });
    assert.equal(end.kind, "done");
    assert.deepEqual(prompts.asked, []);
    await time.pass(9_900);
    assert.equal(session.notes().size, 0);
    await time.pass(200);
    assert.equal(session.notes().size, 1);
    assert.deepEqual(session.drafts(), []);
  });

  it("asks once for consent, and keeps a draft where the dialog is closed", async () => {
    const { end, kept, remarks, session } = await share({ answers: ["leave"], agreed: false });
    assert.equal(end.kind, "left");
    assert.deepEqual(remarks, ["Kept as a draft"]);
    assert.equal(kept()?.shareAfter, undefined);
    assert.equal((await session.consent()).answer, "notAsked");
  });

  it("puts it on record here where notes are to stay on this machine", async () => {
    const { end, session, time } = await share({
      answers: [{ press: "Keep notes on this machine" }],
      agreed: false,
    });
    assert.equal(end.kind, "done");
    await time.pass(10_100);
    assert.equal(session.notes().size, 1);
    assert.equal((await session.consent()).answer, "declined");
  });

  it("asks for a name where git has none, and keeps it to itself", async () => {
    const { end, session, machine } = await share({ person: null, answers: [{ type: "Ann" }] });
    assert.equal(end.kind, "done");
    assert.deepEqual(await session.me(), { name: "Ann", email: "" });
    assert.equal(machine.user.person, undefined);
  });

  it("keeps a draft where no name is given", async () => {
    const { end, kept } = await share({ person: null, answers: ["leave"] });
    assert.equal(end.kind, "left");
    assert.equal(kept()?.fields.title, "One query loads everything");
  });

  it("asks before it shares lines that are not committed", async () => {
    const { end, prompts, kept } = await share({
      tracking: "untracked",
      answers: [{ press: "Share the lines" }],
    });
    assert.equal(end.kind, "done");
    assert.match(prompts.asked[0]?.prompt ?? "", /not committed/);
    assert.deepEqual(prompts.asked[0]?.offered, ["Share without the lines", "Share the lines"]);
    assert.equal(kept()?.anchor?.quote?.length, 2);
  });

  it("shares without the lines where that is chosen, with the place all the same", async () => {
    const { kept } = await share({ tracking: "ignored", answers: [{ press: "Share without the lines" }] });
    assert.equal(kept()?.anchor?.quote, undefined);
    assert.equal(kept()?.anchor?.path, path);
    assert.ok(kept()?.shareAfter);
  });

  it("never offers to share what looks like a secret", async () => {
    const { prompts, kept } = await share({ text: secret, answers: [{ press: "Share without the lines" }] });
    assert.match(prompts.asked[0]?.prompt ?? "", /secret/);
    assert.deepEqual(prompts.asked[0]?.offered, ["Share without the lines"]);
    assert.doesNotMatch(JSON.stringify(kept()), /AKIA/);
  });

  it("keeps a draft where the question about the lines is left", async () => {
    const { end, kept } = await share({ text: secret, answers: ["leave"] });
    assert.equal(end.kind, "left");
    assert.equal(kept()?.shareAfter, undefined);
  });

  it("shares nothing in Restricted Mode, and keeps a draft", async () => {
    const { end, prompts, kept, remarks } = await share({ isTrusted: false, answers: [] });
    assert.equal(end.kind, "restrictedDraft");
    assert.deepEqual(prompts.asked, []);
    assert.deepEqual(remarks, ["Kept as a draft"]);
    assert.equal(kept()?.shareAfter, undefined);
  });

  it("keeps what is too long as a draft", async () => {
    const { end, kept } = await share({ title: "x".repeat(300_000), answers: [] });
    assert.equal(end.kind, "draftRefused");
    assert.equal(end.kind === "draftRefused" ? end.text.length : 0, 300_000);
    assert.equal(kept()?.fields.title?.length, 300_000);
  });

  it("leaves no trace when it is undone in time", async () => {
    const { session, time, kept } = await share({ answers: [] });
    assert.equal(await session.undoShare(kept()?.id ?? ""), true);
    await time.pass(20_000);
    assert.equal(session.notes().size, 0);
    assert.equal(session.drafts().length, 1);
  });
});
