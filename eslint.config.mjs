// Type-checked lint with zero warnings, and the fences between the folders of src/ (docs/architecture.md has the picture).
import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** Which folders of src/ a folder may import from, besides itself; and where code belongs that needs more. */
const rooms = {
  base: {
    from: [],
    belongs:
      "base/ imports nothing: code that knows a record, git or VS Code belongs in the folder that owns that subject",
  },
  domain: {
    from: ["base"],
    belongs:
      "domain/ is pure: storage belongs in store/, use cases in app/, anything with a process or an editor in git/ or host/",
  },
  anchoring: {
    from: ["base", "domain"],
    belongs:
      "anchoring/ takes text and answers ranges: reading files and git belongs behind a port in app/, its implementation in git/ or host/",
  },
  store: {
    from: ["base", "domain"],
    belongs:
      "store/ holds the port, merge and sync rules: git's side of it belongs in git/, use cases in app/",
  },
  protocol: {
    from: ["base", "domain"],
    belongs:
      "protocol/ is what host and webview say to each other: behaviour belongs in app/ (what happens) or webview/ (how it looks)",
  },
  app: {
    from: ["base", "domain", "anchoring", "store", "protocol"],
    belongs:
      "app/ is use cases over ports: starting git belongs in git/, VS Code in host/, the page in webview/",
  },
  git: {
    from: ["base", "domain", "store", "app"],
    belongs: "git/ implements ports: rules about records belong in domain/ or store/, screens in host/",
  },
  host: {
    from: ["base", "domain", "anchoring", "store", "protocol", "app"],
    belongs:
      "host/ talks to VS Code: git is handed to it by window.ts through the ports of store/ and app/, and the page is webview/'s",
  },
  cli: {
    from: ["base", "domain", "anchoring", "store", "protocol", "app", "git"],
    belongs: "cli/ sits on app/ as host/ does, and never imports host/ or webview/",
  },
  webview: {
    from: ["base", "domain", "protocol"],
    belongs:
      "webview/ only knows protocol/: what needs git, disk or VS Code is asked of the host by a message",
  },
};

const zones = Object.entries(rooms).map(([room, { from, belongs }]) => ({
  target: `./src/${room}`,
  from: "./src",
  except: [room, ...from].map((name) => `./${name}`),
  message: `${belongs}.`,
}));

const onlyIn = (modules, folder, instead) => ({
  group: modules,
  message: `Only ${folder} may import this: ${instead}`,
});
const vscodeOnlyInHost = onlyIn(
  ["vscode"],
  "src/host",
  "take a small interface as a parameter, and implement it in src/host.",
);
const processOnlyInGit = onlyIn(
  ["child_process", "node:child_process", "simple-git"],
  "src/git",
  "processes are started there, safely, behind a port.",
);
const nodeOutside = onlyIn(
  ["node:*", "fs", "path", "os", "crypto"],
  "src/git, src/host and src/cli",
  "the pure folders take what they need as a parameter.",
);
const widgets = onlyIn(
  ["@vscode/webview-ui-toolkit*"],
  "src/webview/widgets.ts",
  "the toolkit is archived, so one module registers and names its widgets.",
);
const smallZod = {
  regex: "^zod$",
  message: "Import zod/mini: the page carries every schema, and the other form would triple what that costs.",
};
const noTests = { group: ["**/test/**"], message: "Code that ships never imports from test/." };
const restrict = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: [noTests, smallZod, ...patterns] }],
});

const restrictedSyntax = [
  {
    selector: "ExportAllDeclaration",
    message: "No barrels: import from the file that owns the thing.",
  },
  { selector: "TSEnumDeclaration", message: "Use a union of string literals." },
];

export default tseslint.config(
  { ignores: ["dist/", "out/", "node_modules/", ".vscode-test/", "test/fixtures/"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { "import-x": importX },
    languageOptions: {
      parserOptions: {
        project: [
          "src/tsconfig.core.json",
          "src/tsconfig.node.json",
          "src/webview/tsconfig.json",
          "test/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      "import-x/resolver": { node: { extensions: [".ts", ".mjs", ".js"] } },
      "import-x/extensions": [".ts"],
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { prefer: "type-imports", fixStyle: "separate-type-imports" },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-default-export": "error",
      "import-x/no-restricted-paths": ["error", { zones }],
      "no-restricted-syntax": ["error", ...restrictedSyntax],
      eqeqeq: "error",
    },
  },
  {
    files: ["src/domain/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...restrictedSyntax,
        {
          selector: "ObjectExpression > SpreadElement:first-child:not(:last-child)",
          message:
            "V8 gives every object that begins with a spread and goes on a hidden class of its own: two microseconds and 300 bytes, a hundred thousand times at start. Name the keys, or spread last.",
        },
      ],
    },
  },
  {
    files: ["src/{base,domain,anchoring,store,protocol,app}/**/*.ts"],
    rules: restrict(vscodeOnlyInHost, processOnlyInGit, nodeOutside, widgets),
  },
  { files: ["src/git/**/*.ts"], rules: restrict(vscodeOnlyInHost, widgets) },
  { files: ["src/cli/**/*.ts"], rules: restrict(vscodeOnlyInHost, processOnlyInGit, widgets) },
  { files: ["src/host/**/*.ts", "src/extension.ts"], rules: restrict(processOnlyInGit, widgets) },
  {
    files: ["src/webview/**/*.ts"],
    ignores: ["src/webview/widgets.ts"],
    rules: restrict(vscodeOnlyInHost, processOnlyInGit, nodeOutside, widgets),
  },
  { files: ["src/webview/widgets.ts"], rules: restrict(vscodeOnlyInHost, processOnlyInGit, nodeOutside) },
  {
    files: ["test/**/*.ts", "scripts/**/*.ts"],
    rules: {
      // mocha's describe and it return promises that nobody awaits, and a test may assert what the types already promise.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: ["describe", "it", "before", "after"] },
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
);
