// Rules of the JavaScript, run by "make check". Names that do not exist are left to TypeScript.
import js from "./.cache/js/node_modules/@eslint/js/src/index.js";

/** What would hide an error, or make a script hard to read. */
const rules = {
  ...js.configs.recommended.rules,
  "no-undef": "off",
  "array-callback-return": "error",
  complexity: ["error", 12],
  "consistent-return": "error",
  curly: ["error", "multi-line"],
  "default-case-last": "error",
  "dot-notation": "error",
  eqeqeq: "error",
  "max-depth": ["error", 5],
  "max-lines": ["error", { max: 300, skipComments: true }],
  "max-lines-per-function": ["error", { max: 50, skipComments: true, IIFEs: false }],
  "max-params": ["error", 5],
  "no-alert": "error",
  "no-array-constructor": "error",
  "no-else-return": "error",
  "no-eval": "error",
  "no-extend-native": "error",
  "no-implicit-coercion": "error",
  "no-implied-eval": "error",
  "no-lonely-if": "error",
  "no-multi-str": "error",
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-promise-executor-return": "error",
  "no-return-assign": "error",
  "no-self-compare": "error",
  "no-sequences": "error",
  "no-shadow": "error",
  "no-template-curly-in-string": "error",
  "no-throw-literal": "error",
  "no-unmodified-loop-condition": "error",
  "no-unneeded-ternary": "error",
  "no-unreachable-loop": "error",
  "no-unused-expressions": "error",
  "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
  "no-useless-concat": "error",
  "no-useless-rename": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-arrow-callback": "error",
  "prefer-const": "error",
  "prefer-object-spread": "error",
  "prefer-promise-reject-errors": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
  "prefer-template": "error",
  radix: "error",
  strict: ["error", "safe"],
};

const HTML = "Text must never be read as HTML: use textContent, append or replaceChildren.";
const COMMENT = "The build takes comments out line by line, so no text may look like one.";

/** What readers' browsers must not meet. */
const readers = {
  "no-console": "error",
  "no-restricted-properties": [
    "error",
    ...["write", "writeln"].map((property) => ({ object: "document", property, message: HTML })),
  ],
  "no-restricted-syntax": [
    "error",
    { selector: "AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]", message: HTML },
    { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: HTML },
    { selector: "CallExpression[callee.property.name='createContextualFragment']", message: HTML },
    { selector: "Literal[regex.pattern=/[(][?]<[=!]/]", message: "Telephones before 2023 have no lookbehind." },
    { selector: "TemplateElement[value.raw=/\\n/]", message: COMMENT },
    { selector: "TemplateElement[value.raw=/\\u002f[*]/]", message: COMMENT },
    { selector: "Literal[value=/\\u002f[*]/]", message: COMMENT },
  ],
};

export default [
  { ignores: [".cache", ".venv", "site", "site-offline", "dist", "bench/.cache", "**/node_modules"] },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules,
  },
  {
    files: ["theme/assets/js/bantin.js", "theme/assets/js/settings.js", "theme/assets/js/reading/*.js", "admin/*.js"],
    languageOptions: { sourceType: "script" },
  },
  { files: ["theme/assets/js/**", "admin/*.js"], rules: readers },
  {
    // Its classes hold combining and invisible characters on purpose.
    files: ["theme/assets/js/normalise.js"],
    rules: { "no-misleading-character-class": "off" },
  },
];
