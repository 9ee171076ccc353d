/** The step in numbers, on raised ground: there its chips are tinted less, so that red on red is read. */
export const STEP = `
  .step-numbers { min-width: 0; padding: 14px 18px; border-radius: 12px; background: var(--raised); }
  .step-numbers .fall-line-worked { max-width: none !important; }
  .step-numbers .fall-line-worked .w-result { background: color-mix(in srgb, var(--hue) 9%, transparent) !important; }
  @container (max-width: 639px) { .step-numbers { margin: 12px; } }
  @container (min-width: 640px) { .step-numbers { margin-top: 12px; } }
  @container (min-width: 1100px) { .step-numbers { margin-top: 0; } }
`;
