/** Runs in a page, in the place of Lumino's: a widget that is in the page as long as it is not disposed of. */
export class FakeWidget {
  readonly node = document.body.appendChild(document.createElement("div"));
  isDisposed = false;
  addClass(name: string): void {
    this.node.classList.add(name);
  }
  dispose(): void {
    this.isDisposed = true;
    this.node.remove();
  }
}
