// What Node has of the web besides what Node's own declarations say.

declare const File: typeof import("node:buffer").File;
type File = InstanceType<typeof File>;

declare namespace WebAssembly {
  type Bytes = ArrayBuffer | ArrayBufferView;
  type Kind = "function" | "global" | "memory" | "table";
  type ValueType = "anyfunc" | "externref" | "f32" | "f64" | "i32" | "i64" | "v128";
  type Exported = ((...args: never[]) => unknown) | Global | Memory | Table;
  type Exports = Record<string, Exported>;
  type Imports = Record<string, Record<string, Exported | number>>;

  interface Described {
    name: string;
    kind: Kind;
  }

  interface Instantiated {
    instance: Instance;
    module: Module;
  }

  class Module {
    constructor(bytes: Bytes);
    readonly [Symbol.toStringTag]: "WebAssembly.Module";
    static customSections(module: Module, name: string): ArrayBuffer[];
    static exports(module: Module): Described[];
    static imports(module: Module): (Described & { module: string })[];
  }

  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Exports;
  }

  class Memory {
    constructor(description: { initial: number; maximum?: number; shared?: boolean });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }

  class Table {
    constructor(description: { element: "anyfunc" | "externref"; initial: number; maximum?: number });
    readonly length: number;
    get(index: number): unknown;
    set(index: number, value?: unknown): void;
    grow(count: number, value?: unknown): number;
  }

  class Global {
    constructor(description: { value: ValueType; mutable?: boolean }, value?: unknown);
    value: unknown;
  }

  class CompileError extends Error {}
  class LinkError extends Error {}
  class RuntimeError extends Error {}

  function compile(bytes: Bytes): Promise<Module>;
  function instantiate(bytes: Bytes, imports?: Imports): Promise<Instantiated>;
  function instantiate(module: Module, imports?: Imports): Promise<Instance>;
  function validate(bytes: Bytes): boolean;
}
