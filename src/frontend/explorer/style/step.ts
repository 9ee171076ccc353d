/** The step in numbers. */
export const STEP = `
  .step-numbers { min-width: 0; padding: 14px 18px; border-radius: 12px; background: var(--raised); }
  @container (max-width: 639px) { .step-numbers { margin: 12px; } }
  @container (min-width: 640px) { .step-numbers { margin-top: 12px; } }
  @container (min-width: 1000px) { .step-numbers { margin-top: 0; } }
`;
