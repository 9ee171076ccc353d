/** The file descriptors of the session process that carry them; a cell that reads its standard input finds none. */
export const Pipe = { toSession: 5, toProtocol: 3, toControl: 4 } as const;
