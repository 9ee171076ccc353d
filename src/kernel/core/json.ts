/** JSON.stringify as it is when the kernel starts: a cell may put another in its place. */
export const toJson: (value: unknown) => string = JSON.stringify;
