/** What the site says of itself to those who put it on a server: how to publish it. */
export function publishing(): string {
  return `# A course in a page

These files are a web site: the lessons can be read, changed and run in the browser, without any server that computes.

- **To look at it**: \`npx http-server .\` or \`python3 -m http.server\` in this folder, then open the address that is printed.
  Opened from the disk (\`index.html\`) the pages work too, but some browsers can then stop a loop only with all variables.
- **Any web server**: copy the folder, into a sub-folder too; all addresses in it are relative. Let the server compress
  \`.js\` files (gzip): the kernel is 5.6 MB, and 1.4 compressed. Over https a lesson that was opened opens offline again.
- **GitHub Pages**: in a repository with the sources of the course, \`.github/workflows/pages.yml\` makes and publishes the site at
  each push to \`main\`, once Settings, Pages, Source says "GitHub Actions". These files alone: put them into a repository (branch
  \`gh-pages\`), then "Deploy from a branch".
- **Pictures where a page is shared**: most who show them want whole addresses, so make the site with its own:
  \`npx fall-line export --address https://name.github.io/course\`.
- **In a course system**: \`<iframe src="https://.../03-momentum.html" width="100%" height="900"></iframe>\`. Some browsers keep
  nothing in a frame from another site; the page says so. A link that opens the page is safer.
- **One explorer or card in a page of yours**: the line for an explorer, as it is set, is under its Share, "Copy HTML for a page".
  For a card write \`?only=\` and what its link (#) says: \`<iframe src="https://.../03-momentum.html?only=momentum%2Freach"
  title="How far does it get?" style="width: 100%; height: 760px; border: 0"></iframe>\`. In a frame
  1024 pixels wide an explorer is seen whole; in a narrower one its map and curve are, and its numbers follow below.
- **If your server sends a Content-Security-Policy**, it must allow at least \`script-src 'self' 'unsafe-inline' 'unsafe-eval'
  blob:; worker-src 'self' blob:; connect-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;
  font-src 'self' data:\`. The pages carry a stricter one themselves: nothing they run can send anything to another site.
- **What students write** stays in their browser; "Download my work" makes a zip of notebooks and answers to hand in.
  Work belongs to the site's address (\`https://name\`): after a move to another one, students restore it from a download.
`;
}
