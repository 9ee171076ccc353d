/** Placeholder until the rooms are filled. */
export const version = "0.1.0";
