#!/usr/bin/env node
// @ts-nocheck
"use strict";

// The one way in: `npm start` and `npx fall-line ...` come through here, in a clone where nothing is installed yet.
// This file must parse on any Node, however old, so that an old one gets a sentence instead of a syntax error: ES5
// only, no dependency. What it loads afterwards may use everything that Node 20.19 knows.

var version = process.versions.node.split(".").map(Number);

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  var need = "fall-line needs Node 20.19 or newer, and this is Node " + process.versions.node + ".";
  var cure =
    "Install the current release from https://nodejs.org (or with your version manager), then try again.";
  console.error(need + "\n" + cure);
  process.exit(1);
}

// An ES module, imported in a way that an old Node can read.
var load = new Function("url", "return import(url)");
load(require("url").pathToFileURL(__dirname + "/boot/main.js").href).then(function (boot) {
  return boot.main(process.argv.slice(2));
});
