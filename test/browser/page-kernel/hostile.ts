/** Cells that do not end by themselves, and are stopped with all variables kept. */
export const STOPPED: Readonly<Record<string, string>> = {
  "a loop": "while (true) {}",
  "nested catches": "for (;;) { try { try { for (;;); } catch { for (;;); } } catch (e) { for (;;); } }",
  "a loop after an await": "await null; while (true) {}",
  "a loop of awaits": "for (;;) await null",
  "a loop that sleeps": "for (;;) await new Promise((r) => setTimeout(r, 10))",
  "a loop that catches what it waits for":
    "for (;;) { try { await new Promise((r) => setTimeout(r, 5)) } catch {} }",
  "a promise that never settles": "await new Promise(() => {})",
  "a chain of promises": "function spin(): any { return Promise.resolve().then(spin) } await spin()",
  "a loop in a helper": "async function helper() { await null; for (;;) {} } await helper()",
  "a loop in a timer": "await new Promise(() => setTimeout(() => { while (true) {} }, 1))",
  "a loop in a displayed value": "({ [Symbol.for('Jupyter.display')]() { while (true) {} } })",
  "a deep recursion": "const fib = (n: number): number => (n < 2 ? 1 : fib(n - 1) + fib(n - 2)); fib(80)",
  "an answer that is tried": "for (;;) library.check('momentum/rule', (() => { for (;;); }) as any)",
  "runs of the library": "for (;;) library.descend('x^2', library.momentum, { start: [1], steps: 100 })",
};

/** What cannot be stopped; WebKit gives up such an expression by itself. */
export const STUCK = "/^(a+)+$/.test('a'.repeat(40) + 'b')";

/** What cannot be stopped in any browser. */
export const STUCK_EVERYWHERE = "[0].indexOf.call({ length: 2 ** 53 - 1 }, 0)";
