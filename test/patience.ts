/** How long a busy machine may take for what a quiet one does at once. */
export const PATIENCE = 5 * 60_000; // ms
