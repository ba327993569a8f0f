import "./no-eval.ts";
import { Application } from "./application.ts";
import { openHostLink } from "./host-link.ts";
import { registerWidgets } from "./widgets.ts";

registerWidgets();
const root = document.getElementById("panel");
if (root === null) throw new Error("the page has no element #panel");
new Application(root, openHostLink).start();
