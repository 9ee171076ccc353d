// What the bundle gives tslab for "@tslab/typescript-for-tslab".
module.exports = require("./facade.ts").compilerForTslab;
