/** Runs a student's function again from its text, with some parts of it exchanged for others. */
import type { AnyNode, AssignmentExpression, Function as FunctionNode } from "acorn";
import { BINARY, held, member, OutOfReach, store, UNARY } from "./reach.ts";
import { EVERYWHERE, Scope } from "./scope.ts";

/** Parts of a text, and what is run in their places. */
export type Exchange = ReadonlyMap<AnyNode, AnyNode>;

/** How many statements, calls and rounds a run may still take. */
export interface Fuel {
  left: number;
}

/** So many it may take where nothing else is said. */
export const FUEL = 3000;

/** How a statement ended that the next one does not follow. */
type Ended = { readonly way: "return" | "break" | "continue"; readonly value?: unknown } | undefined;

const BREAK: Ended = { way: "break" };
const CONTINUE: Ended = { way: "continue" };

type Run = (...given: readonly unknown[]) => unknown;

/**
 * A function as its text says.
 * @param outside what is known besides what the text declares
 * @throws OutOfReach from the function, where the text does what is not run again here
 */
export function interpreted(
  text: AnyNode,
  outside: Readonly<Record<string, unknown>>,
  exchange: Exchange,
  fuel: Fuel = { left: FUEL },
): Run {
  const world = new Scope(EVERYWHERE, Object.entries(outside));
  return new Interpreter(exchange, fuel).valueOf(text, world) as Run;
}

function found<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new OutOfReach(name);
  return one;
}

class Interpreter {
  readonly #exchange: Exchange;
  readonly #fuel: Fuel;

  constructor(exchange: Exchange, fuel: Fuel) {
    this.#exchange = exchange;
    this.#fuel = fuel;
  }

  #now(node: AnyNode): AnyNode {
    return this.#exchange.get(node) ?? node;
  }

  #spend(): void {
    if ((this.#fuel.left -= 1) < 0) throw new OutOfReach("does not end");
  }

  #function(node: FunctionNode, scope: Scope): Run {
    if (node.async || node.generator) throw new OutOfReach(node.type);
    const { params, body } = node;
    return (...given) => {
      this.#spend();
      const inner = new Scope(scope);
      params.forEach((param, i) => {
        if (param.type === "RestElement") this.#declare(param.argument, given.slice(i), inner);
        else this.#declare(param, given[i], inner);
      });
      if (body.type !== "BlockStatement") return this.valueOf(body, inner);
      const ended = this.#run(body, inner);
      return ended?.value;
    };
  }

  /** Gives names their values, as a pattern says. */
  #declare(pattern: AnyNode, value: unknown, scope: Scope, isConst = false): void {
    this.#bind(pattern, value, scope, (name, one) => scope.declare(name, one, isConst));
  }

  #bind(pattern: AnyNode, value: unknown, scope: Scope, put: (name: string, value: unknown) => void): void {
    switch (pattern.type) {
      case "Identifier":
        put(pattern.name, value);
        return;
      case "MemberExpression":
        store(this.valueOf(pattern.object, scope), this.#key(pattern, scope), value);
        return;
      case "AssignmentPattern":
        this.#bind(pattern.left, value === undefined ? this.valueOf(pattern.right, scope) : value, scope, put); // prettier-ignore
        return;
      case "ArrayPattern":
        if (!Array.isArray(value)) throw new OutOfReach("no list");
        pattern.elements.forEach((one, i) => {
          if (one !== null) this.#bind(one, member(value, i), scope, put);
        });
        return;
      case "ObjectPattern":
        for (const one of pattern.properties) {
          if (one.type !== "Property" || one.computed) throw new OutOfReach(one.type);
          this.#bind(one.value, member(value, this.#named(one.key)), scope, put);
        }
        return;
      default:
        throw new OutOfReach(pattern.type);
    }
  }

  #named(key: AnyNode): string {
    if (key.type === "Identifier") return key.name;
    if (key.type === "Literal") return String(key.value);
    throw new OutOfReach(key.type);
  }

  #key({ computed, property }: { computed: boolean; property: AnyNode }, scope: Scope): unknown {
    return computed ? this.valueOf(property, scope) : this.#named(property);
  }

  #all(statements: readonly AnyNode[], outer: Scope): Ended {
    const scope = new Scope(outer);
    for (const one of statements)
      if (one.type === "FunctionDeclaration") this.#declare(one.id!, this.#function(one, scope), scope);
    for (const one of statements) {
      const ended = this.#run(one, scope);
      if (ended !== undefined) return ended;
    }
    return undefined;
  }

  #run(statement: AnyNode, scope: Scope): Ended {
    this.#spend();
    const node = this.#now(statement);
    switch (node.type) {
      case "EmptyStatement":
      case "FunctionDeclaration":
        return undefined;
      case "ExpressionStatement":
        this.valueOf(node.expression, scope);
        return undefined;
      case "VariableDeclaration":
        for (const { id, init } of node.declarations)
          this.#declare(id, this.#valueIf(init, scope), scope, node.kind === "const");
        return undefined;
      case "ReturnStatement":
        return { way: "return", value: this.#valueIf(node.argument, scope) };
      case "BreakStatement":
        return BREAK;
      case "ContinueStatement":
        return CONTINUE;
      case "BlockStatement":
        return this.#all(node.body, scope);
      case "IfStatement":
        if (this.valueOf(node.test, scope)) return this.#run(node.consequent, scope);
        return node.alternate == null ? undefined : this.#run(node.alternate, scope);
      case "WhileStatement":
        return this.#loop(node.body, () => (this.valueOf(node.test, scope) ? scope : undefined));
      case "ForStatement": {
        const head = new Scope(scope);
        if (node.init?.type === "VariableDeclaration") this.#run(node.init, head);
        else this.#valueIf(node.init, head);
        const isOn = (): boolean => node.test == null || Boolean(this.valueOf(node.test, head));
        const next = (): unknown => this.#valueIf(node.update, head);
        return this.#loop(node.body, () => (isOn() ? head : undefined), next);
      }
      case "ForOfStatement": {
        const values = held([...(this.valueOf(node.right, scope) as unknown[])]);
        const { left } = node;
        return this.#loop(node.body, () => {
          if (values.length === 0 || left.type !== "VariableDeclaration") return undefined;
          const inner = new Scope(scope);
          this.#declare(left.declarations[0]!.id, values.shift(), inner);
          return inner;
        });
      }
      default:
        throw new OutOfReach(node.type);
    }
  }

  /** @param round what the next round is run in; nothing where there is none */
  #loop(body: AnyNode, round: () => Scope | undefined, next: () => unknown = () => undefined): Ended {
    for (let scope = round(); scope !== undefined; scope = round()) {
      const ended = this.#run(body, new Scope(scope));
      if (ended?.way === "return") return ended;
      if (ended?.way === "break") return undefined;
      next();
    }
    return undefined;
  }

  #valueIf(node: AnyNode | null | undefined, scope: Scope): unknown {
    return node == null ? undefined : this.valueOf(node, scope);
  }

  valueOf(expression: AnyNode, scope: Scope): unknown {
    const node = this.#now(expression);
    switch (node.type) {
      case "Literal":
        if (typeof node.value === "object" && node.value !== null) throw new OutOfReach("literal");
        return node.value;
      case "Identifier":
        return scope.slot(node.name).value;
      case "ParenthesizedExpression":
        return this.valueOf(node.expression, scope);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.#function(node, scope);
      case "UnaryExpression":
        return found(UNARY[node.operator], node.operator)(this.valueOf(node.argument, scope));
      case "BinaryExpression":
        return found(BINARY[node.operator], node.operator)(this.valueOf(node.left, scope), this.valueOf(node.right, scope)); // prettier-ignore
      case "LogicalExpression": {
        const left = this.valueOf(node.left, scope);
        const isLeft = node.operator === "??" ? left != null : Boolean(left) === (node.operator === "||");
        return isLeft ? left : this.valueOf(node.right, scope);
      }
      case "ConditionalExpression":
        return this.valueOf(this.valueOf(node.test, scope) ? node.consequent : node.alternate, scope);
      case "SequenceExpression":
        return node.expressions.map((one) => this.valueOf(one, scope)).at(-1);
      case "MemberExpression":
        return member(this.valueOf(node.object, scope), this.#key(node, scope));
      case "ArrayExpression":
        return this.#list(node.elements, scope);
      case "ObjectExpression":
        return this.#object(node.properties, scope);
      case "CallExpression":
      case "NewExpression": {
        this.#spend();
        const called = this.valueOf(node.callee, scope);
        if (typeof called !== "function") throw new OutOfReach("no function");
        return (called as Run)(...this.#list(node.arguments, scope));
      }
      case "AssignmentExpression":
        return this.#assign(node, scope);
      case "UpdateExpression": {
        const was = Number(this.valueOf(node.argument, scope));
        const now = was + (node.operator === "++" ? 1 : -1);
        this.#put(node.argument, now, scope);
        return node.prefix ? now : was;
      }
      default:
        throw new OutOfReach(node.type);
    }
  }

  #put(target: AnyNode, value: unknown, scope: Scope): void {
    this.#bind(target, value, scope, (name, one) => {
      const slot = scope.slot(name);
      if (slot.isConst) throw new OutOfReach("const");
      slot.value = one;
    });
  }

  #assign({ operator, left, right }: AssignmentExpression, scope: Scope): unknown {
    const given = (): unknown => this.valueOf(right, scope);
    const sign = operator.slice(0, -1);
    const value = sign === "" ? given() : found(BINARY[sign], sign)(this.valueOf(left, scope), given());
    this.#put(left, value, scope);
    return value;
  }

  #list(elements: readonly (AnyNode | null)[], scope: Scope): unknown[] {
    return held(
      elements.flatMap((one) => {
        if (one?.type === "SpreadElement") return [...(this.valueOf(one.argument, scope) as unknown[])];
        return [one === null ? undefined : this.valueOf(one, scope)];
      }),
    );
  }

  #object(properties: readonly AnyNode[], scope: Scope): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    for (const one of properties) {
      if (one.type === "SpreadElement") Object.assign(made, this.valueOf(one.argument, scope));
      else if (one.type === "Property") store(made, this.#key({ computed: one.computed, property: one.key }, scope), this.valueOf(one.value, scope)); // prettier-ignore
    }
    return made;
  }
}
