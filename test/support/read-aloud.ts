import * as z from "zod/mini";
import type { PanelPage } from "./fake-host.ts";

const Value = z.optional(z.object({ value: z.optional(z.unknown()) }));
const Node = z.object({
  nodeId: z.string(),
  ignored: z.boolean(),
  role: Value,
  name: Value,
  description: Value,
  properties: z.optional(
    z.array(z.object({ name: z.string(), value: z.object({ value: z.optional(z.unknown()) }) })),
  ),
  childIds: z.optional(z.array(z.string())),
});
type Node = z.infer<typeof Node>;

/** What is announced by a word before its name; everything else is read as text. */
const announced: Readonly<Record<string, string>> = {
  heading: "heading",
  link: "link",
  button: "button",
  textbox: "text box",
  searchbox: "search box",
  combobox: "list of choices",
  checkbox: "tick box",
  radio: "choice",
  image: "picture",
  columnheader: "column",
  rowheader: "row",
};
/** What is announced and holds others, which are read after it. */
const holders: Readonly<Record<string, string>> = {
  table: "table",
  list: "list",
  group: "group",
  radiogroup: "group",
  figure: "picture",
  navigation: "landmark",
  banner: "landmark",
  main: "landmark",
  contentinfo: "landmark",
  region: "landmark",
  complementary: "landmark",
};
/** What goes on in the same line. */
const inline = new Set(["", "none", "generic", "strong", "emphasis", "time", "code"]);

const said = (value: z.infer<typeof Value>): string =>
  (typeof value?.value === "string" ? value.value : "")
    .replaceAll(/[\u2066-\u2069]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** The page as a screen reader reads it from the top: a line for each thing it stops at, from the browser's accessibility tree. */
export async function readAloud({ page }: PanelPage): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = z
    .object({ nodes: z.array(Node) })
    .parse(await session.send("Accessibility.getFullAXTree"));
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  let text = "";
  const endLine = () => {
    const line = text
      .replaceAll(/\s+/g, " ")
      .replaceAll(/ (?=[.,;:)])|(?<=\() /g, "")
      .trim();
    if (line !== "") lines.push(line);
    text = "";
  };
  const visit = (node: Node): void => {
    const role = node.ignored ? "" : said(node.role);
    const name = said(node.name);
    if (role === "StaticText") {
      text += ` ${name}`;
      return;
    }
    if (role === "InlineTextBox" || role === "ListMarker") return;
    if (!inline.has(role)) endLine();
    const word = announced[role];
    const more = [said(node.description), ...states(node)].filter((one) => one !== "").join(", ");
    const full = `${name}${more === "" ? "" : ` (${more})`}`;
    if (word !== undefined && name !== "") {
      lines.push(`${word}: ${full}`);
      // Its name is made of what stands inside, which is not read twice.
      return;
    }
    if (holders[role] !== undefined && name !== "") lines.push(`${holders[role]}: ${full}`);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child !== undefined) visit(child);
    }
    if (!inline.has(role)) endLine();
  };
  const [root] = nodes;
  if (root !== undefined) visit(root);
  endLine();
  return `${lines.join("\n")}\n`;
}

function states({ properties = [] }: Node): readonly string[] {
  const of = (name: string): unknown => properties.find((one) => one.name === name)?.value.value;
  return [
    ...(of("expanded") === undefined ? [] : [of("expanded") === true ? "open" : "closed"]),
    ...(of("checked") === undefined ? [] : [of("checked") === "true" ? "ticked" : "not ticked"]),
    ...(of("level") === undefined ? [] : [`level ${String(of("level"))}`]),
  ];
}
