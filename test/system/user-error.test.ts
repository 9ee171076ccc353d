import { describe, expect, it } from "vitest";
import { UserError, writing } from "../../src/system/user-error.js";

/** What comes of a refusal of the file system. */
function told(code: string, path?: string): unknown {
  try {
    writing("/here", () => {
      throw Object.assign(new Error(code), {
        code,
        syscall: "mkdir",
        ...(path === undefined ? {} : { path }),
      });
    });
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("writing(path, action)", () => {
  it("gives what the action gives", () => {
    expect(writing("/here", () => 3)).toBe(3);
  });

  it.each([
    ["EACCES", "The folder cannot be written to: /here", /permissions/],
    ["EPERM", "The folder cannot be written to: /here", /permissions/],
    ["EROFS", "The folder cannot be written to: /here", /permissions/],
    ["EEXIST", "A file is where a folder is needed: /here", /Rename that file/],
    ["ENOTDIR", "A file is where a folder is needed: /here", /Rename that file/],
    ["EISDIR", "A folder is where a file is needed: /here", /Rename that folder/],
    ["ENOSPC", "The disk is full: /here", /Free some space/],
    ["EDQUOT", "The disk is full: /here", /Free some space/],
    ["ENAMETOOLONG", "Nothing can be written here: /here (ENAMETOOLONG)", /another folder/],
  ])("says in a sentence what %s means, and the cure", (code, message, cure) => {
    expect(told(code)).toBeInstanceOf(UserError);
    expect(told(code)).toMatchObject({ message, cure: expect.stringMatching(cure) as string });
  });

  it("names the file that is in the way, where the system does", () => {
    expect(told("EEXIST", "/here/file")).toMatchObject({
      message: expect.stringMatching(/\/here\/file$/) as string,
    });
  });

  it("lets everything else through as it is", () => {
    const own = new Error("not of the file system");
    const through = (): never =>
      writing("/here", () => {
        throw own;
      });
    expect(through).toThrow(own);
  });
});
