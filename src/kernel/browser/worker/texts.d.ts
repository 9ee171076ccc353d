/** What is global in cells of a page, as a file of declarations; put in when the kernel is built. */
declare module "fall-line:globals" {
  const text: string;
  export default text;
}

/** What `import ... from "tslab"` declares. */
declare module "fall-line:tslab" {
  const text: string;
  export default text;
}
