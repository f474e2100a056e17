import ts from "typescript";

/** What one source file says about messages, as far as it can be read without running it. */
export interface MessageUsage {
  /** Full keys, e.g. "today.title". */
  keys: string[];
  /** Keys of which only the beginning or the end is written down: `status.${value}` gives prefix "terms.status.". */
  patterns: { prefix: string; suffix: string }[];
}

interface Translator {
  name: string;
  namespace: string;
  /** The function or block the translator's variable lives in. */
  scope: ts.Node;
}

const factories = new Set(["useTranslations", "getTranslations", "createTranslator"]);
const methods = new Set(["rich", "markup", "raw", "has"]);

/** Finds every message that a file asks for through next-intl's translators, by variable and scope. */
export function collectUsage(fileName: string, text: string): MessageUsage {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const translators: Translator[] = [];
  const usage: MessageUsage = { keys: [], patterns: [] };

  walk(file, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return;
    const namespace = namespaceOf(node.initializer);
    if (namespace !== undefined) translators.push({ name: node.name.text, namespace, scope: scopeOf(node) });
  });
  walk(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const name = calledName(node.expression);
    const translator = name && nearest(translators, name, node);
    const [key] = node.arguments;
    if (translator && key) addKey(usage, translator.namespace, key);
  });
  // A translator that is handed on is out of sight: everything in its namespace may be asked for.
  walk(file, (node) => {
    if (!ts.isIdentifier(node) || isCalled(node) || ts.isVariableDeclaration(node.parent)) return;
    const translator = nearest(translators, node.text, node);
    if (translator && isValue(node))
      usage.patterns.push({ prefix: dotted(translator.namespace), suffix: "" });
  });
  return usage;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** `useTranslations("today")`, `await getTranslations({ namespace: "today" })`; "" without a namespace. */
function namespaceOf(expression: ts.Expression): string | undefined {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression) || !factories.has(call.expression.text))
    return undefined;
  const [argument] = call.arguments;
  if (!argument) return "";
  if (ts.isStringLiteralLike(argument)) return argument.text;
  if (!ts.isObjectLiteralExpression(argument)) return "";
  for (const property of argument.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === "namespace")
      return ts.isStringLiteralLike(property.initializer) ? property.initializer.text : "";
  }
  return "";
}

function scopeOf(node: ts.Node): ts.Node {
  let scope = node.parent;
  while (!ts.isBlock(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  return scope;
}

function nearest(translators: Translator[], name: string, node: ts.Node): Translator | undefined {
  const named = translators.filter((translator) => translator.name === name);
  if (named.length === 0) return undefined;
  for (let scope: ts.Node | undefined = node; scope; scope = scope.parent) {
    const found = named.find((translator) => translator.scope === scope);
    if (found) return found;
  }
  return undefined;
}

/** `t(…)` and `t.rich(…)` both ask `t`. */
function calledName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  if (!ts.isPropertyAccessExpression(expression) || !methods.has(expression.name.text)) return undefined;
  return ts.isIdentifier(expression.expression) ? expression.expression.text : undefined;
}

function isCalled(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node) return true;
  return ts.isPropertyAccessExpression(parent) && parent.expression === node && methods.has(parent.name.text);
}

/** Not a property's name, a type or an import. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return (
    ts.isCallExpression(parent) || ts.isShorthandPropertyAssignment(parent) || ts.isJsxExpression(parent)
  );
}

function addKey(usage: MessageUsage, namespace: string, key: ts.Expression): void {
  const prefix = dotted(namespace);
  if (ts.isStringLiteralLike(key)) {
    usage.keys.push(prefix + key.text);
  } else if (ts.isConditionalExpression(key)) {
    addKey(usage, namespace, key.whenTrue);
    addKey(usage, namespace, key.whenFalse);
  } else if (ts.isParenthesizedExpression(key) || ts.isAsExpression(key) || ts.isSatisfiesExpression(key)) {
    addKey(usage, namespace, key.expression);
  } else if (ts.isTemplateExpression(key)) {
    const suffix = key.templateSpans.at(-1)?.literal.text ?? "";
    usage.patterns.push({ prefix: prefix + key.head.text, suffix });
  } else {
    usage.patterns.push({ prefix, suffix: "" });
  }
}

const dotted = (namespace: string) => (namespace === "" ? "" : `${namespace}.`);
