/** The rules of a pin within an element: in a notebook, and on a phone. */
export const pinRules = (within: string): string => `
${within} .pin { position: absolute; left: 0; top: 0; width: 44px; height: 44px; margin: -40px 0 0 -22px; border-radius: 50%; cursor: grab; touch-action: none; }
${within} .pin svg { display: block; width: 44px; height: 44px; overflow: visible; pointer-events: none; }
${within} .pin.nowhere { left: 50%; top: 50%; opacity: 0; }
${within} .pin.nowhere:focus-visible { opacity: 0.55; }
${within} .pin.set { pointer-events: none; }
${within} .drop { fill: var(--link); stroke: var(--paper); stroke-width: 2; }
${within} .hole { fill: var(--paper); }`;
