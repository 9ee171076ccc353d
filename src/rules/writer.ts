import { Block, emit, type Emitter, literal } from "../math/code.ts";
import { CONSTANTS, type MathNode } from "../math/expression.ts";
import { callsWholeVectors, lineNode } from "../math/line.ts";
import { codeOf, type Operation, type Shape } from "../math/operation.ts";
import { shapeOf } from "../math/shape.ts";
import { partOf } from "../math/tree.ts";
import { startingShapes } from "./check.ts";
import type { Recorded } from "./layout.ts";
import type { Rule } from "./rule.ts";

/** JavaScript: arrays made once, and the body of a function of the registers `x`. */
export interface Code {
  readonly scratch: readonly string[];
  readonly body: readonly string[];
}

/** An open loop over the entries of vectors or of matrices. */
interface Loop {
  readonly shape: "vector" | "matrix";
  readonly block: Block;
  readonly stores: string[];
}

/** Where the latest value of a name is: a scalar, an array, or an entry of the open loop that has no array yet. */
interface Place {
  readonly shape: Shape;
  readonly array?: string;
  readonly value?: string;
}

/** Loops of at most so many rounds are written out round by round. */
const UNROLLED = 4;

/** Writes the JavaScript of a rule for n parameters, line by line. */
export class StepWriter {
  readonly #shapes: Map<string, Shape>;
  readonly #places = new Map<string, Place>();
  readonly #outer = new Block("s");
  readonly #scratch: string[] = [];
  readonly #calls = new Map<MathNode, Place>();
  readonly #keepsArrays: boolean;
  #loop: Loop | undefined;
  #loops = 0;

  constructor(
    private readonly rule: Rule,
    private readonly n: number,
    private readonly record: Recorded,
  ) {
    this.#shapes = startingShapes(rule);
    this.#keepsArrays = Object.values(rule.equations).some(
      ({ text, shape }) => shape === "matrix" || callsWholeVectors(lineNode(text)),
    );
    this.#placeInputs();
  }

  write(): Code {
    for (const name of ["g", "lookahead", "H"]) if (this.record.terms.includes(name)) this.#recordInput(name);
    for (const [name, { text, shape }] of Object.entries(this.rule.equations)) this.#line(name, text, shape);
    this.#closeLoop();
    this.#recordScalar("rate", "x.rate");
    return { scratch: this.#scratch, body: ["let bad = 0;", ...this.#outer.lines, "return bad === 0;"] };
  }

  writeExpression(text: string, target: string): Code {
    const value = this.#entry(this.#prepared(text), "vector");
    this.#loop!.stores.push(`${target}[i] = ${value};`);
    this.#closeLoop();
    return { scratch: this.#scratch, body: this.#outer.lines };
  }

  #placeInputs(): void {
    const remembered = ["w", ...Object.keys(this.rule.state)];
    remembered.forEach((name, i) => {
      const shape = this.#shapes.get(name)!;
      const array = this.#outer.name(`x.now[${i}]`);
      this.#places.set(
        name,
        shape === "scalar" ? { shape, value: this.#outer.name(`${array}[0]`) } : { shape, array },
      );
    });
    for (const name of ["g", "H", "lookahead"])
      this.#places.set(name, { shape: this.#shapes.get(name)!, array: this.#outer.name(`x.${name}`) });
    Object.keys(this.rule.hyperparameters).forEach((name, i) => {
      this.#places.set(name, { shape: "scalar", value: this.#outer.name(`x.hyper[${i}]`) });
    });
    for (const name of ["t", "loss", "rate"])
      this.#places.set(name, { shape: "scalar", value: this.#outer.name(`x.${name}`) });
    this.#places.set("n", { shape: "scalar", value: literal(this.n) });
  }

  #line(name: string, text: string, shape: Shape): void {
    const node = this.#prepared(text);
    if (shape === "history") this.#assignHistory(name, node);
    else if (shape === "scalar") this.#assignScalar(name, node);
    else this.#assignEntries(name, node, shape);
    this.#shapes.set(name, shape);
  }

  /** Parse a line, and compute the whole-vector calls in it first, innermost first. */
  #prepared(text: string): MathNode {
    const node = lineNode(text);
    this.#computeCalls(node, text);
    return node;
  }

  #computeCalls(node: MathNode, text: string): void {
    node.forEach((child) => {
      this.#computeCalls(child, text);
    });
    const part = partOf(node);
    if (part.kind !== "operation" || part.operation.shapes === undefined || part.node !== node) return;
    const operands = part.args.map((argument) =>
      shapeOf(argument, this.#shapes, text) === "scalar"
        ? emit(argument, this.#emitter())
        : this.#array(argument, text),
    );
    this.#closeLoop();
    this.#calls.set(node, this.#call(part.operation, operands, shapeOf(node, this.#shapes, text)));
  }

  #call(operation: Operation, operands: readonly string[], shape: Shape): Place {
    if (shape === "scalar" || shape === "history") {
      const value = this.#outer.name(codeOf(operation, operands));
      return shape === "scalar" ? { shape, value } : { shape, array: value };
    }
    const out = this.#newScratch(shape);
    this.#outer.lines.push(`${codeOf(operation, [...operands, out])};`);
    return { shape, array: out };
  }

  /** An array that holds the value of an argument. */
  #array(argument: MathNode, text: string): string {
    const part = partOf(argument);
    if (part.kind === "symbol") return this.#places.get(part.name)!.array!;
    const computed = part.kind === "operation" ? this.#calls.get(part.node) : undefined;
    if (computed?.array !== undefined) return computed.array;
    const shape = shapeOf(argument, this.#shapes, text) as Loop["shape"];
    const out = this.#newScratch(shape);
    const value = this.#entry(argument, shape);
    this.#loop!.stores.push(`${out}[i] = ${value};`);
    return out;
  }

  #newScratch(shape: Shape): string {
    const name = `a${this.#scratch.length}`;
    this.#scratch.push(`const ${name} = new Float64Array(${shape === "matrix" ? this.n * this.n : this.n});`);
    return name;
  }

  #assignHistory(name: string, node: MathNode): void {
    const array = this.#array(node, "");
    this.#outer.lines.push(`x.next[${this.#memoryIndex(name)}] = ${array};`);
    this.#places.set(name, { shape: "history", array });
  }

  #assignScalar(name: string, node: MathNode): void {
    const value = emit(node, this.#emitter());
    const index = this.#memoryIndex(name);
    if (index >= 0) this.#outer.lines.push(`x.next[${index}][0] = ${value};`, `bad += 0 * ${value};`);
    this.#recordScalar(name, value);
    this.#places.set(name, { shape: "scalar", value });
  }

  #assignEntries(name: string, node: MathNode, shape: "vector" | "matrix"): void {
    const value = this.#entry(node, shape);
    const loop = this.#loop!;
    const index = this.#memoryIndex(name);
    const array =
      index >= 0
        ? this.#outer.name(`x.next[${index}]`)
        : this.#keepsArrays
          ? this.#newScratch(shape)
          : undefined;
    if (array !== undefined) loop.stores.push(`${array}[i] = ${value};`);
    if (index >= 0) loop.stores.push(`bad += 0 * ${value};`);
    this.#recordEntry(name, value);
    this.#places.set(name, array === undefined ? { shape, value } : { shape, value, array });
  }

  #recordInput(name: string): void {
    const { shape, array } = this.#places.get(name)!;
    this.#openLoop(shape as Loop["shape"]);
    this.#recordEntry(name, this.#loop!.block.name(`${array!}[i]`));
  }

  #recordEntry(name: string, value: string): void {
    const column = this.#column(name);
    if (column === undefined) return;
    const base = this.#outer.name(`x.offset + ${column}`);
    this.#loop!.stores.push(`${this.#outer.name("x.rows")}[${base} + i] = ${value};`);
  }

  #recordScalar(name: string, value: string): void {
    const column = this.#column(name);
    if (column !== undefined) this.#outer.lines.push(`x.rows[x.offset + ${column}] = ${value};`);
  }

  #column(name: string): number | undefined {
    return this.record.terms.includes(name) ? this.record.layout.place(name, this.n)?.start : undefined;
  }

  /** Position of w or of a state in `now` and `next`; -1 for a term that is not remembered. */
  #memoryIndex(name: string): number {
    return ["w", ...Object.keys(this.rule.state)].indexOf(name);
  }

  #entry(node: MathNode, shape: Loop["shape"]): string {
    this.#openLoop(shape);
    return emit(node, this.#emitter());
  }

  #openLoop(shape: Loop["shape"]): void {
    if (this.#loop?.shape === shape) return;
    this.#closeLoop();
    this.#loop = { shape, block: new Block(`e${this.#loops++}_`), stores: [] };
  }

  #closeLoop(): void {
    if (this.#loop === undefined) return;
    const { shape, block, stores } = this.#loop;
    const body = [...block.lines, ...stores, "}"];
    const count = shape === "matrix" ? this.n * this.n : this.n;
    if (count > UNROLLED) this.#outer.lines.push(`for (let i = 0; i < ${count}; i++) {`, ...body);
    else for (let i = 0; i < count; i++) this.#outer.lines.push(`{ const i = ${i};`, ...body);
    this.#loop = undefined;
    for (const [name, place] of this.#places) {
      if (place.array !== undefined) this.#places.set(name, { shape: place.shape, array: place.array });
    }
  }

  #emitter(): Emitter {
    const read = (place: Place): string => place.value ?? this.#loop!.block.name(`${place.array!}[i]`);
    return {
      symbol: (name) => {
        const place = this.#places.get(name);
        return place === undefined ? literal(CONSTANTS[name]!) : read(place);
      },
      operation: (code, operands) => {
        const inLoop = operands.some((operand) => operand.startsWith("e"));
        return (inLoop ? this.#loop!.block : this.#outer).name(code);
      },
      call: (node) => read(this.#calls.get(node)!),
    };
  }
}
